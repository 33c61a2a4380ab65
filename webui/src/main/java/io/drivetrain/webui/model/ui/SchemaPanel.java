package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.Quantities;
import io.drivetrain.webui.component.report.ReportGrid;
import java.util.Map;

/** The inputs of a model with units and levels, and what it predicts. */
class SchemaPanel extends Panel {
  private final Quantities quantities = new Quantities(getLocale());

  SchemaPanel(FeatureSchema schema) {
    super("schema", UI.getCurrent().getTranslation("models.schema"));
    String target = schema.target().label().in(getLocale());
    String unit = schema.target().unit();
    Facts facts = new Facts();
    facts.show(
        Map.of(
            getTranslation("models.schema.target"),
            unit.isEmpty() ? target : "%s (%s)".formatted(target, unit)));
    add(
        facts,
        new ReportGrid<>(getTranslation("models.schema"), schema.features())
            .text("models.schema.input", "12rem", feature -> feature.label().in(getLocale()))
            .text("models.schema.name", "10rem", Feature::name)
            .text("models.schema.type", "8rem", this::type)
            .text("models.schema.accepted", "18rem", this::accepted)
            .text("models.schema.seen", "12rem", this::seen)
            .text("models.schema.required", "8rem", this::required));
  }

  private String required(Feature feature) {
    return getTranslation(feature.required() ? "prediction.yes" : "prediction.no");
  }

  private String type(Feature feature) {
    return getTranslation(
        switch (feature) {
          case NumericFeature number ->
              number.integer() ? "models.type.integer" : "models.type.number";
          case CategoricalFeature _ -> "models.type.choice";
          case BooleanFeature _ -> "models.type.boolean";
          case DateFeature _ -> "models.type.date";
          case TextFeature _ -> "models.type.text";
        });
  }

  private String accepted(Feature feature) {
    return switch (feature) {
      case NumericFeature number -> range(number.min(), number.max(), number.unit());
      case CategoricalFeature choice when choice.open() ->
          getTranslation("models.schema.open", choice.accepted());
      case CategoricalFeature choice -> choice.accepted();
      case BooleanFeature _ ->
          getTranslation("prediction.yes") + ", " + getTranslation("prediction.no");
      case DateFeature date -> getTranslation("accepted.range", date.min(), date.max());
      case TextFeature text -> getTranslation("accepted.characters", text.maxLength());
    };
  }

  /** In the training data. */
  private String seen(Feature feature) {
    return switch (feature) {
      case NumericFeature number -> range(number.seenMin(), number.seenMax(), number.unit());
      case CategoricalFeature choice ->
          getTranslation("models.schema.levels", choice.values().size());
      case BooleanFeature _, DateFeature _, TextFeature _ -> "";
    };
  }

  private String range(double low, double high, String unit) {
    return getTranslation("accepted.range", quantities.of(low, ""), quantities.of(high, unit));
  }
}
