package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.Quantities;

/** Two estimates side by side: what differs between them, and what that is worth. */
class CompareCard extends Panel {
  private final Quantities quantities = new Quantities(getLocale());
  private final FeatureTexts texts = new FeatureTexts(getLocale());

  /**
   * @param kept the one that was set aside
   * @param now of the same model
   * @param onEnd called when the visitor does not want to compare any more
   */
  CompareCard(Answered kept, Answered now, Runnable onEnd) {
    super("compare", UI.getCurrent().getTranslation("versus.title"));
    Button end = new Button(getTranslation("versus.end"), click -> onEnd.run());
    end.setId("compare-end");
    end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    addToHead(end);
    double difference = now.prediction().value() - kept.prediction().value();
    Paragraph said =
        new Paragraph(
            getTranslation(
                "versus.difference",
                quantities.part(difference, now.prediction().unit(), now.prediction().value())));
    said.setId("compare-difference");
    Div scroller = new Div(table(kept, now));
    scroller.addClassName("table-scroller");
    add(said, scroller);
  }

  private NativeTable table(Answered kept, Answered now) {
    NativeTable table = new NativeTable();
    table
        .getHead()
        .add(new NativeTableRow(header(""), header("versus.kept"), header("versus.now")));
    FeatureSchema schema = now.schema();
    for (int i = 0; i < schema.size(); i++) {
      String before = texts.value(schema.feature(i), kept.reading().row(), i);
      String after = texts.value(schema.feature(i), now.reading().row(), i);
      if (!before.equals(after)) {
        row(table, schema.feature(i).label().in(getLocale()), before, after);
      }
    }
    row(table, getTranslation("drivers.estimate"), value(kept), value(now));
    row(table, getTranslation("whatIf.interval"), interval(kept), interval(now));
    return table;
  }

  private String value(Answered answered) {
    return quantities.of(answered.prediction().value(), answered.prediction().unit());
  }

  private String interval(Answered answered) {
    return getTranslation(
        "accepted.range",
        quantities.of(answered.prediction().interval().low(), ""),
        quantities.of(answered.prediction().interval().high(), answered.prediction().unit()));
  }

  private static void row(NativeTable table, String name, String before, String after) {
    table
        .getBody()
        .add(
            new NativeTableRow(
                new NativeTableCell(name),
                new NativeTableCell(before),
                new NativeTableCell(after)));
  }

  private NativeTableHeaderCell header(String key) {
    NativeTableHeaderCell cell =
        new NativeTableHeaderCell(key.isEmpty() ? "" : getTranslation(key));
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }
}
