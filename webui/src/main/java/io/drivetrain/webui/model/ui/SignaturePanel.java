package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.models.bundle.MlflowModel;
import io.drivetrain.models.bundle.MlflowModel.Column;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.report.ReportGrid;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How MLflow's clients see a model: its flavours and its signature. */
class SignaturePanel extends Panel {

  SignaturePanel(MlflowModel model) {
    super("signature", UI.getCurrent().getTranslation("models.signature"));
    Facts facts = new Facts();
    facts.show(Map.of(getTranslation("models.flavors"), String.join(", ", model.flavors())));
    add(facts);
    List<Row> rows =
        Stream.concat(
                rows("models.signature.input", model.inputs()),
                rows("models.signature.output", model.outputs()))
            .toList();
    if (rows.isEmpty()) {
      add(new Paragraph(getTranslation("models.signature.none")));
      return;
    }
    add(
        new ReportGrid<>(getTranslation("models.signature"), rows)
            .text("models.signature.direction", "8rem", Row::direction)
            .text("models.schema.name", "14rem", row -> row.column().name())
            .text("models.schema.type", "12rem", row -> row.column().type())
            .text("models.schema.required", "8rem", this::required));
  }

  private record Row(String direction, Column column) {}

  private Stream<Row> rows(String key, List<Column> columns) {
    return columns.stream().map(column -> new Row(getTranslation(key), column));
  }

  private String required(Row row) {
    return getTranslation(row.column().required() ? "prediction.yes" : "prediction.no");
  }
}
