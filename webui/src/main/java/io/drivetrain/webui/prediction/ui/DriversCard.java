package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.models.explanation.Contribution;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.Quantities;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What drove an estimate: a picture, and the same numbers as a table. */
class DriversCard extends Panel {
  /** The weaker ones are one bar together. */
  private static final int MOST_BARS = 12;

  private final Quantities quantities = new Quantities(getLocale());
  private final FeatureTexts texts = new FeatureTexts(getLocale());
  private final String unit;
  private final double estimated;

  DriversCard(Answered answered) {
    super("drivers", UI.getCurrent().getTranslation("drivers.title"));
    unit = answered.prediction().unit();
    estimated = answered.prediction().value();
    List<Driver> drivers = drivers(answered);
    String average = quantities.of(answered.explanation().base(), unit);
    String estimate = quantities.of(estimated, unit);
    Paragraph lead = new Paragraph(getTranslation("drivers.lead", average, estimate));
    lead.addClassName("quiet");
    add(
        lead,
        chart(answered, drivers, average, estimate),
        new Details(getTranslation("drivers.table"), table(drivers, average, estimate)));
  }

  private List<Driver> drivers(Answered answered) {
    return answered.explanation().contributions().stream()
        .map(contribution -> driver(answered, contribution))
        .toList();
  }

  private Driver driver(Answered answered, Contribution contribution) {
    FeatureSchema schema = answered.schema();
    OptionalInt at = schema.indexOf(contribution.feature());
    String value =
        at.isPresent()
            ? texts.value(schema.feature(at.getAsInt()), answered.reading().row(), at.getAsInt())
            : contribution.value();
    return new Driver(contribution.label().in(getLocale()), value, contribution.amount());
  }

  private Component chart(
      Answered answered, List<Driver> drivers, String average, String estimate) {
    Driver strongest = drivers.getFirst();
    String description =
        getTranslation("drivers.picture", average, estimate, strongest.label(), amount(strongest));
    return new Waterfall(bars(drivers), answered.explanation(), unit, quantities)
        .chart(description, getTranslation("drivers.average"), getTranslation("drivers.estimate"));
  }

  private List<Driver> bars(List<Driver> drivers) {
    if (drivers.size() <= MOST_BARS) {
      return drivers;
    }
    List<Driver> weak = drivers.subList(MOST_BARS - 1, drivers.size());
    Driver others =
        new Driver(
            getTranslation("drivers.others", weak.size()),
            "",
            weak.stream().mapToDouble(Driver::amount).sum());
    return Stream.concat(drivers.subList(0, MOST_BARS - 1).stream(), Stream.of(others)).toList();
  }

  private Component table(List<Driver> drivers, String average, String estimate) {
    NativeTable table = new NativeTable();
    table.setId("drivers-table");
    table
        .getHead()
        .add(
            new NativeTableRow(
                header("drivers.feature"), header("drivers.value"), header("drivers.amount")));
    table.getBody().add(row(getTranslation("drivers.average"), "", average));
    for (Driver driver : drivers) {
      table.getBody().add(row(driver.label(), driver.value(), amount(driver)));
    }
    table.getBody().add(row(getTranslation("drivers.estimate"), "", estimate));
    Div scroller = new Div(table);
    scroller.addClassName("table-scroller");
    return scroller;
  }

  private String amount(Driver driver) {
    return quantities.part(driver.amount(), unit, estimated);
  }

  private NativeTableHeaderCell header(String key) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  private static NativeTableRow row(String label, String value, String amount) {
    return new NativeTableRow(
        new NativeTableCell(label), new NativeTableCell(value), new NativeTableCell(amount));
  }
}
