package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes the fields that suit the features of a schema. Whether a value is right is the schema's
 * business alone; here a choice is only narrowed by the choice that filters it.
 */
final class FeatureFields {
  /** A step button moves by about this part of the seen range. */
  private static final double STEPS_OF_A_RANGE = 50;

  private final Locale locale;
  private final Map<String, ComboBox<String>> choices = new HashMap<>();

  private FeatureFields(Locale locale) {
    this.locale = locale;
  }

  /** One field for each feature, in the order of the schema, labelled in the language. */
  static List<FeatureField<?>> of(FeatureSchema schema, Locale locale) {
    FeatureFields fields = new FeatureFields(locale);
    List<FeatureField<?>> made =
        schema.features().stream().<FeatureField<?>>map(fields::field).toList();
    schema.features().forEach(fields::connect);
    return made;
  }

  private FeatureField<?> field(Feature feature) {
    return switch (feature) {
      case NumericFeature number -> number(number);
      case CategoricalFeature choice -> choice(choice);
      case BooleanFeature flag -> flag(flag);
      case TextFeature text -> text(text);
      case DateFeature date -> date(date);
    };
  }

  private FeatureField<Double> number(NumericFeature feature) {
    NumberField field = new NumberField(feature.label().in(locale));
    field.setManualValidation(true);
    field.setMin(feature.min());
    field.setMax(feature.max());
    field.setStep(step(feature));
    field.setStepButtonsVisible(true);
    if (!feature.unit().isEmpty()) {
      Span unit = new Span(feature.unit());
      unit.addClassName("unit");
      field.setSuffixComponent(unit);
    }
    field.setValue(feature.defaultValue());
    return new FeatureField<>(
        feature, field, () -> isUnreadable(field, field.getValue()), FeatureFields::parseNumber);
  }

  private FeatureField<String> choice(CategoricalFeature feature) {
    ComboBox<String> field = new ComboBox<>(feature.label().in(locale));
    field.setManualValidation(true);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(
        custom -> field.setValue(asListed(feature.values(), custom.getDetail().strip())));
    field.setItems(feature.values());
    field.setValue(feature.defaultValue());
    choices.put(feature.name(), field);
    return new FeatureField<>(
        feature,
        field,
        () -> false,
        text -> Optional.of(text).filter(Predicate.not(String::isEmpty)));
  }

  private void connect(Feature feature) {
    if (feature instanceof CategoricalFeature child && child.parent() != null) {
      ComboBox<String> field = choices.get(child.name());
      ComboBox<String> parent = choices.get(child.parent());
      offer(field, child, parent.getValue());
      parent.addValueChangeListener(change -> {
        offer(field, child, change.getValue());
        if (change.isFromClient() && !fits(child, change.getValue(), field.getValue())) {
          field.clear();
        }
      });
    }
  }

  /** New items would take the value away. */
  private static void offer(ComboBox<String> field, CategoricalFeature child, String parentValue) {
    String value = field.getValue();
    field.setItems(offered(child, parentValue));
    field.setValue(value);
  }

  private static boolean fits(CategoricalFeature child, String parentValue, String value) {
    return value == null || offered(child, parentValue).contains(value);
  }

  private static List<String> offered(CategoricalFeature child, String parentValue) {
    return parentValue == null
        ? child.values()
        : child.valuesByParent().getOrDefault(parentValue, child.values());
  }

  private FeatureField<Boolean> flag(BooleanFeature feature) {
    Checkbox field = new Checkbox(feature.label().in(locale));
    field.setManualValidation(true);
    field.setValue(Boolean.TRUE.equals(feature.defaultValue()));
    return new FeatureField<>(
        feature, field, () -> false, text -> Optional.of("true".equals(text)));
  }

  private FeatureField<String> text(TextFeature feature) {
    TextField field = new TextField(feature.label().in(locale));
    field.setManualValidation(true);
    field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    return new FeatureField<>(feature, field, () -> false, Optional::of);
  }

  private FeatureField<LocalDate> date(DateFeature feature) {
    DatePicker field = new DatePicker(feature.label().in(locale));
    field.setManualValidation(true);
    field.setLocale(locale);
    field.setI18n(
        new DatePicker.DatePickerI18n()
            .setToday(I18NProvider.translate(locale, "date.today"))
            .setCancel(I18NProvider.translate(locale, "date.cancel")));
    field.setMin(feature.min());
    field.setMax(feature.max());
    return new FeatureField<>(
        feature, field, () -> isUnreadable(field, field.getValue()), FeatureFields::parseDate);
  }

  /** An empty field that its own validator refuses holds a text that is no number or date. */
  private static <V, F extends Component & HasValidator<V> & HasValidationProperties>
      boolean isUnreadable(F field, V value) {
    return value == null && field.getDefaultValidator().apply(null, null).isError();
  }

  /** A round number: 1, 10, 100 ... for whole numbers, also 0.1, 0.01 ... for others. */
  private static double step(NumericFeature feature) {
    double range = Math.max(feature.seenMax() - feature.seenMin(), Double.MIN_NORMAL);
    double step = Math.pow(10, Math.floor(Math.log10(range / STEPS_OF_A_RANGE)));
    return feature.integer() ? Math.max(1, step) : step;
  }

  private static String asListed(List<String> values, String typed) {
    return values.stream().filter(typed::equalsIgnoreCase).findFirst().orElse(typed);
  }

  private static Optional<Double> parseNumber(String text) {
    try {
      return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> parseDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
