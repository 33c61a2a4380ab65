package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.webui.component.Quantities;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a page says about a feature and its values, in one language. */
final class FeatureTexts {
  private final Locale locale;
  private final Quantities quantities;

  FeatureTexts(Locale locale) {
    this.locale = locale;
    this.quantities = new Quantities(locale);
  }

  /** The value that a row has for a feature; empty when it is missing. */
  String value(Feature feature, Row row, int index) {
    if (row.isMissing(index)) {
      return "";
    }
    return switch (feature) {
      case NumericFeature number -> quantities.of(row.number(index), number.unit());
      case BooleanFeature _ -> yesNo(row.flag(index));
      case DateFeature _ ->
          DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
              .withLocale(locale)
              .format(row.date(index));
      case CategoricalFeature choice -> choice.labelOf(row.string(index), locale);
      case TextFeature _ -> row.string(index);
    };
  }

  /** The label as a word within a sentence: it does not begin with a capital, unless all are. */
  String inSentence(Label label) {
    String text = label.in(locale);
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : text.substring(0, 1).toLowerCase(locale) + text.substring(1);
  }

  /** An error or a warning, to stand beside the field: it does not repeat the label. */
  String issue(Feature feature, FieldIssue issue) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(accepted(feature));
    arguments.add(seen(feature));
    arguments.addAll(issue.arguments());
    return translate("issue." + issue.code().name(), arguments.toArray());
  }

  private String accepted(Feature feature) {
    return switch (feature) {
      case NumericFeature number -> range(number.min(), number.max(), number.unit());
      case CategoricalFeature _ -> translate("accepted.list");
      case BooleanFeature _ -> translate("accepted.boolean");
      case TextFeature text -> translate("accepted.characters", text.maxLength());
      case DateFeature date -> translate("accepted.range", date.min(), date.max());
    };
  }

  private String seen(Feature feature) {
    return feature instanceof NumericFeature number
        ? range(number.seenMin(), number.seenMax(), number.unit())
        : "";
  }

  private String range(double low, double high, String unit) {
    return translate("accepted.range", quantities.of(low, ""), quantities.of(high, unit));
  }

  private String yesNo(boolean yes) {
    return translate(yes ? "prediction.yes" : "prediction.no");
  }

  private String translate(String key, Object... arguments) {
    return I18NProvider.translate(locale, key, arguments);
  }
}
