package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasValidator;
import io.drivetrain.webui.client.Parameter;

/** Makes the fields that suit parameters, filled with their defaults. */
final class ParameterFields {
  private ParameterFields() {}

  static ParameterField of(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT, FILE -> text(parameter);
      case INTEGER -> integer(parameter);
      case NUMBER -> number(parameter);
      case BOOLEAN -> flag(parameter);
    };
  }

  private static ParameterField text(Parameter parameter) {
    TextField field = new TextField(parameter.name());
    field.setManualValidation(true);
    field.setValue(String.valueOf(parameter.defaultValue()));
    field.setPlaceholder(field.getValue());
    return new ParameterField(parameter, field, () -> false);
  }

  private static ParameterField integer(Parameter parameter) {
    IntegerField field = new IntegerField(parameter.name());
    field.setManualValidation(true);
    parameter.min().ifPresent(min -> field.setMin(min.intValue()));
    parameter.max().ifPresent(max -> field.setMax(max.intValue()));
    field.setStepButtonsVisible(true);
    if (parameter.defaultValue() instanceof Number preset) {
      field.setValue(preset.intValue());
      field.setPlaceholder(preset.toString());
    }
    return new ParameterField(parameter, field, () -> isUnreadable(field));
  }

  private static ParameterField number(Parameter parameter) {
    NumberField field = new NumberField(parameter.name());
    field.setManualValidation(true);
    field.setStep(Double.MIN_VALUE);
    parameter.min().ifPresent(field::setMin);
    parameter.max().ifPresent(field::setMax);
    if (parameter.defaultValue() instanceof Number preset) {
      field.setValue(preset.doubleValue());
      field.setPlaceholder(preset.toString());
    }
    return new ParameterField(parameter, field, () -> isUnreadable(field));
  }

  private static ParameterField flag(Parameter parameter) {
    Checkbox field = new Checkbox(parameter.name());
    field.setManualValidation(true);
    field.setValue(Boolean.TRUE.equals(parameter.defaultValue()));
    return new ParameterField(parameter, field, () -> false);
  }

  /** An empty field that its own validator refuses holds a text that is no number. */
  private static <V, F extends Component & HasValue<?, V> & HasValidator<V>> boolean isUnreadable(
      F field) {
    return field.isEmpty() && field.getDefaultValidator().apply(null, null).isError();
  }
}
