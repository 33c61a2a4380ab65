package io.drivetrain.webui.prediction.ui;

import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.text.NumberText;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.language.Translations;
import io.drivetrain.webui.prediction.ProductionModel;
import io.drivetrain.webui.prediction.ServedModel;
import io.drivetrain.webui.shell.FirstPaint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The prediction page at once: its words and its fields as the form will have them. */
@ApplicationScoped
class PredictionFirstPaint implements FirstPaint {
  private final ProductionModel production;
  private final Translations texts = new Translations();

  PredictionFirstPaint(ProductionModel production) {
    this.production = production;
  }

  @Override
  public Optional<Element> of(String path, Language language) {
    return path.isEmpty()
        ? production.model().map(model -> page(model, language.locale()))
        : Optional.empty();
  }

  private Element page(ServedModel model, Locale locale) {
    FeatureSchema schema = model.bundle().schema();
    Element page = new Element("div").addClass("page");
    page.appendElement("p")
        .addClass("eyebrow")
        .text(texts.getTranslation("prediction.origin", locale, model.name(), model.version()));
    page.appendElement("h1")
        .text(
            texts.getTranslation(
                "prediction.title",
                locale,
                new FeatureTexts(locale).inSentence(schema.target().label())));
    page.appendElement("p").addClass("lead").text(texts.getTranslation("prediction.lead", locale));
    Element form = page.appendElement("div").addClass("first-form");
    schema.features().stream()
        .filter(feature -> !(feature instanceof BooleanFeature))
        .forEach(feature -> form.appendChild(field(feature, locale)));
    return page;
  }

  /** It looks like the field that takes its place, and cannot be entered yet. */
  private static Element field(Feature feature, Locale locale) {
    Element label = new Element("label");
    label.appendElement("span").text(feature.label().in(locale));
    label.appendElement("input").attr("disabled", true).attr("value", startOf(feature, locale));
    return label;
  }

  private static String startOf(Feature feature, Locale locale) {
    return switch (feature) {
      case NumericFeature number when number.defaultValue() != null ->
          NumberInput.grouped(NumberText.plain(number.defaultValue()));
      case CategoricalFeature choice when choice.defaultValue() != null ->
          choice.labelOf(choice.defaultValue(), locale);
      default -> "";
    };
  }
}
