package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.webui.component.Quantities;
import java.util.Comparator;
import java.util.Map;

/** The probabilities of the classes, the greatest first: a bar and a number each. */
final class ClassResult {
  private ClassResult() {}

  static Component of(Prediction.Classes prediction) {
    UI page = UI.getCurrent();
    Quantities quantities = new Quantities(page.getLocale());
    NativeTable table = new NativeTable();
    table.setId("result-classes");
    table
        .getHead()
        .add(
            new NativeTableRow(
                header(page.getTranslation("result.class")),
                header(page.getTranslation("result.probability")),
                header("")));
    prediction.probabilities().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(one -> table.getBody().add(row(one.getKey(), one.getValue(), quantities)));
    Div scroller = new Div(table);
    scroller.addClassName("table-scroller");
    return scroller;
  }

  private static NativeTableRow row(String label, double probability, Quantities quantities) {
    ProgressBar bar = new ProgressBar(0, 1, probability);
    bar.getElement().setAttribute("aria-hidden", "true");
    NativeTableCell picture = new NativeTableCell(bar);
    picture.getStyle().set("min-width", "6rem").set("width", "50%");
    return new NativeTableRow(
        new NativeTableCell(label), new NativeTableCell(quantities.percent(probability)), picture);
  }

  private static NativeTableHeaderCell header(String text) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }
}
