package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.Quantities;
import java.util.List;

/** How the estimate moves with one number while everything else stays: a curve for each number. */
class WhatIfCard extends Panel {
  private static final int MOST_CURVES = 3;
  private static final int ROWS_OF_TABLE = 9;

  private final Quantities quantities = new Quantities(getLocale());
  private final String unit;

  WhatIfCard(Answered answered) {
    super("what-if", UI.getCurrent().getTranslation("whatIf.title"));
    unit = answered.prediction().unit();
    Paragraph lead = new Paragraph(getTranslation("whatIf.lead"));
    lead.addClassName("quiet");
    add(lead);
    answered.schema().features().stream()
        .filter(feature -> isVaried(answered, feature))
        .map(NumericFeature.class::cast)
        .limit(MOST_CURVES)
        .forEach(feature -> add(curve(answered, feature)));
  }

  /** Whether the model saw more than one value and the row has one. */
  private static boolean isVaried(Answered answered, Feature feature) {
    return feature instanceof NumericFeature number
        && number.seenMax() > number.seenMin()
        && !answered.reading().row().isMissing(index(answered, feature));
  }

  private static int index(Answered answered, Feature feature) {
    return answered.schema().indexOf(feature.name()).orElseThrow();
  }

  private Component curve(Answered answered, NumericFeature feature) {
    Curve curve = Curve.of(answered, feature);
    String label = feature.label().in(getLocale());
    Curve.Point lowest = curve.points().getFirst();
    Curve.Point highest = curve.points().getLast();
    String description =
        getTranslation(
            "whatIf.picture",
            label,
            quantities.of(lowest.at(), feature.unit()),
            quantities.of(highest.at(), feature.unit()),
            quantities.of(lowest.value(), unit),
            quantities.of(highest.value(), unit));
    double here = answered.reading().row().number(index(answered, feature));
    Div part =
        new Div(
            new H3(feature.unit().isEmpty() ? label : label + " (" + feature.unit() + ")"),
            new CurveChart(curve, unit, quantities).chart(description, here),
            new Details(getTranslation("drivers.table"), table(curve, feature)));
    part.addClassName("curve");
    return part;
  }

  private Component table(Curve curve, NumericFeature feature) {
    NativeTable table = new NativeTable();
    table
        .getHead()
        .add(
            new NativeTableRow(
                header(feature.label().in(getLocale())),
                header(getTranslation("drivers.estimate")),
                header(getTranslation("whatIf.interval"))));
    List<Curve.Point> points = curve.points();
    for (int row = 0; row < ROWS_OF_TABLE; row++) {
      Curve.Point point = points.get(row * (points.size() - 1) / (ROWS_OF_TABLE - 1));
      table
          .getBody()
          .add(
              new NativeTableRow(
                  new NativeTableCell(quantities.of(point.at(), feature.unit())),
                  new NativeTableCell(quantities.of(point.value(), unit)),
                  new NativeTableCell(
                      getTranslation(
                          "accepted.range",
                          quantities.of(point.low(), ""),
                          quantities.of(point.high(), unit)))));
    }
    Div scroller = new Div(table);
    scroller.addClassName("table-scroller");
    return scroller;
  }

  private static NativeTableHeaderCell header(String text) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }
}
