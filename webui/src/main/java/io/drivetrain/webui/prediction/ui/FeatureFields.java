package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
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

/**
 * Makes the fields that suit the features of a schema. Whether a value is right is the schema's
 * business alone; here a choice is only narrowed by the choice that filters it.
 */
final class FeatureFields {
  /** A range with fewer steps is set faster by buttons than by a slider. */
  private static final double FEWEST_STEPS_OF_A_SLIDER = 100;

  private final Locale locale;
  private final Map<String, ChoiceInput> choices = new HashMap<>();

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

  private FeatureField<String> number(NumericFeature feature) {
    NumberInput field = new NumberInput(feature, locale);
    boolean slides = feature.seenMax() - feature.seenMin() >= FEWEST_STEPS_OF_A_SLIDER;
    Component shown = slides ? new Div(field, new RangeInput(feature, field)) : field;
    return new FeatureField<String>(
            feature, field, shown, text -> field.setValue(NumberInput.grouped(text)))
        .writtenBy(text -> NumberInput.plain(feature, text));
  }

  private FeatureField<String> choice(CategoricalFeature feature) {
    ChoiceInput field = new ChoiceInput(feature, locale);
    choices.put(feature.name(), field);
    return new FeatureField<String>(feature, field, field, field::type)
        .asking(field::question, field::note);
  }

  private void connect(Feature feature) {
    if (feature instanceof CategoricalFeature child && child.parent() != null) {
      ChoiceInput field = choices.get(child.name());
      ChoiceInput parent = choices.get(child.parent());
      field.narrow(parent.getValue());
      parent.addValueChangeListener(change -> field.narrow(change.getValue()));
      parent.onChosen(value -> {
        field.narrow(value);
        if (!field.fits(field.getValue())) {
          field.clear();
        }
      });
    }
  }

  private FeatureField<Boolean> flag(BooleanFeature feature) {
    Checkbox field = new Checkbox(feature.label().in(locale));
    field.setManualValidation(true);
    field.setValue(Boolean.TRUE.equals(feature.defaultValue()));
    return new FeatureField<>(feature, field, field, text -> field.setValue("true".equals(text)));
  }

  private FeatureField<String> text(TextFeature feature) {
    TextField field = new TextField(feature.label().in(locale));
    field.setManualValidation(true);
    field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    return new FeatureField<>(feature, field, field, field::setValue);
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
    return new FeatureField<LocalDate>(
            feature, field, field, text -> field.setValue(parseDate(text)))
        .unreadableWhen(() -> isUnreadable(field, field.getValue()));
  }

  /** An empty field that its own validator refuses holds a text that is no date. */
  private static <V, F extends Component & HasValidator<V> & HasValidationProperties>
      boolean isUnreadable(F field, V value) {
    return value == null && field.getDefaultValidator().apply(null, null).isError();
  }

  /** Null, as an empty date field has it, for what is no date. */
  private static LocalDate parseDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }
}
