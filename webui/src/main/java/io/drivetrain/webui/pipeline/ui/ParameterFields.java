package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Parameter;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.webui.language.Language;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the fields that suit parameters. Whether a value is right, the pipeline service decides.
 */
final class ParameterFields {
  private final Locale locale;

  ParameterFields(Locale locale) {
    this.locale = locale;
  }

  /** A field whose value is what the run gets. */
  static final class Field<V> {
    private final Component component;
    private final HasValue<?, V> value;
    private final HasValidationProperties validity;

    private <F extends Component & HasValue<?, V> & HasValidationProperties> Field(F field) {
      this.component = field;
      this.value = field;
      this.validity = field;
    }

    Component component() {
      return component;
    }

    void refuse(String message) {
      validity.setErrorMessage(message);
      validity.setInvalid(true);
    }

    @SuppressWarnings("unchecked") // the form puts in what preset gave and this field wrote
    void bind(Binder<Map<String, Object>> binder, String name) {
      binder
          .forField(value)
          .bind(values -> (V) values.get(name), (values, entered) -> values.put(name, entered));
    }
  }

  /** The default in the type of its field; null where there is none. */
  static Object preset(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT, FILE -> String.valueOf(parameter.defaultValue());
      case INTEGER -> parameter.defaultValue() instanceof Number one ? one.intValue() : null;
      case NUMBER -> parameter.defaultValue() instanceof Number one ? one.doubleValue() : null;
      case BOOLEAN -> Boolean.TRUE.equals(parameter.defaultValue());
    };
  }

  Field<?> of(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT, FILE -> text(parameter);
      case INTEGER -> integer(parameter);
      case NUMBER -> number(parameter);
      case BOOLEAN -> made(new Checkbox(label(parameter)), parameter);
    };
  }

  private Field<String> text(Parameter parameter) {
    TextField field = new TextField(label(parameter));
    field.setPlaceholder(String.valueOf(parameter.defaultValue()));
    return made(field, parameter);
  }

  private Field<Integer> integer(Parameter parameter) {
    IntegerField field = new IntegerField(label(parameter));
    field.setStepButtonsVisible(true);
    field.setI18n(
        new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(text("trigger.notANumber")));
    return made(field, parameter);
  }

  private Field<Double> number(Parameter parameter) {
    NumberField field = new NumberField(label(parameter));
    field.setI18n(
        new NumberField.NumberFieldI18n().setBadInputErrorMessage(text("trigger.notANumber")));
    return made(field, parameter);
  }

  private <V, F extends Component & HasValue<?, V> & HasValidationProperties & HasHelper>
      Field<V> made(F field, Parameter parameter) {
    field.setId("parameter-" + parameter.name().replace('.', '-'));
    field.setHelperText(helper(parameter));
    return new Field<>(field);
  }

  private String label(Parameter parameter) {
    return parameter.label().map(this::text).orElse(parameter.name());
  }

  private String helper(Parameter parameter) {
    String help = parameter.help().map(this::text).orElse(parameter.description());
    return bounds(parameter).map(bounds -> help + " (" + bounds + ")").orElse(help);
  }

  private String text(StepLabel label) {
    return Language.of(locale) == Language.FRENCH ? label.fr() : label.en();
  }

  /** What a parameter takes, for a value that it does not. */
  String accepted(Parameter parameter) {
    String kind = text("trigger.refused." + parameter.type().name());
    return bounds(parameter).map(bounds -> kind + " (" + bounds + ")").orElse(kind);
  }

  private Optional<String> bounds(Parameter parameter) {
    Optional<String> min = parameter.min().map(this::plain);
    Optional<String> max = parameter.max().map(this::plain);
    if (min.isPresent() && max.isPresent()) {
      return Optional.of(text("trigger.range", min.get(), max.get()));
    }
    return min.map(bound -> text("trigger.atLeast", bound))
        .or(() -> max.map(bound -> text("trigger.atMost", bound)));
  }

  private String plain(double bound) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(10);
    return format.format(bound);
  }

  private String text(String key, Object... arguments) {
    return I18NProvider.translate(locale, key, arguments);
  }
}
