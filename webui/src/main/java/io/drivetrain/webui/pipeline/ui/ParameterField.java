package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.webui.client.Parameter;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A parameter of a pipeline as a field. What is left empty, or as it was, is not changed. */
final class ParameterField {
  private final Parameter parameter;
  private final Component component;
  private final HasValue<?, ?> value;
  private final HasValidationProperties validity;
  private final BooleanSupplier unreadable;

  /**
   * @param unreadable whether the field shows a text that is no value of its type
   */
  <V, F extends Component & HasValue<?, V> & HasValidationProperties & HasHelper> ParameterField(
      Parameter parameter, F field, BooleanSupplier unreadable) {
    this.parameter = parameter;
    this.component = field;
    this.value = field;
    this.validity = field;
    this.unreadable = unreadable;
    field.setId("parameter-" + parameter.name().replace('.', '-'));
    field.setHelperText(helper(parameter));
  }

  String name() {
    return parameter.name();
  }

  Component component() {
    return component;
  }

  /** Whether the field holds something that can be sent; what is right beyond that is not known. */
  boolean isReadable() {
    return !unreadable.getAsBoolean();
  }

  /** What the run gets in place of the default; empty when it keeps the default. */
  Optional<Object> change() {
    return value
        .getOptionalValue()
        .<Object>map(Object.class::cast)
        .filter(entered -> !"".equals(entered) && !isDefault(entered));
  }

  void refuse(String message) {
    validity.setErrorMessage(message);
    validity.setInvalid(true);
  }

  void accept() {
    validity.setInvalid(false);
  }

  private static String helper(Parameter parameter) {
    return bounds(parameter)
        .map(bounds -> parameter.description() + " (" + bounds + ")")
        .orElse(parameter.description());
  }

  private static Optional<String> bounds(Parameter parameter) {
    Locale locale = UI.getCurrent().getLocale();
    Optional<String> min = parameter.min().map(bound -> plain(bound, locale));
    Optional<String> max = parameter.max().map(bound -> plain(bound, locale));
    if (min.isPresent() && max.isPresent()) {
      return Optional.of(I18NProvider.translate(locale, "trigger.range", min.get(), max.get()));
    }
    return min.map(bound -> I18NProvider.translate(locale, "trigger.atLeast", bound))
        .or(() -> max.map(bound -> I18NProvider.translate(locale, "trigger.atMost", bound)));
  }

  private static String plain(double bound, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(10);
    return format.format(bound);
  }

  /** JSON knows one kind of number: a default of 1 is also one of 1.0. */
  private boolean isDefault(Object entered) {
    return entered instanceof Number number && parameter.defaultValue() instanceof Number preset
        ? number.doubleValue() == preset.doubleValue()
        : entered.equals(parameter.defaultValue());
  }
}
