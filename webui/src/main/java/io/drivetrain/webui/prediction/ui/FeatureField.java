package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.RowReading;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A feature of the schema as a field of the form. It holds a value of the field's own type and
 * gives it out as {@link io.drivetrain.models.schema.FeatureSchema#read} takes it.
 */
final class FeatureField<V> {
  /**
   * Stands for what a visitor typed into a number or date field and the browser keeps to itself.
   */
  private static final String UNREADABLE = "?";

  private final Feature feature;
  private final Component component;
  private final HasValue<?, V> value;
  private final HasValidationProperties validity;
  private final HasHelper helper;
  private final Focusable<?> focus;
  private final BooleanSupplier unreadable;
  private final Function<String, Optional<V>> parser;

  /**
   * @param unreadable whether the field shows a text that is no value of its type
   * @param parser reads what {@link #text} wrote; empty for other texts
   */
  <F extends Component & HasValue<?, V> & HasValidationProperties & HasHelper & Focusable<?>>
      FeatureField(
          Feature feature,
          F field,
          BooleanSupplier unreadable,
          Function<String, Optional<V>> parser) {
    this.feature = feature;
    this.component = field;
    this.value = field;
    this.validity = field;
    this.helper = field;
    this.focus = field;
    this.unreadable = unreadable;
    this.parser = parser;
    field.setId("field-" + feature.name());
    field.setRequiredIndicatorVisible(feature.required());
  }

  Feature feature() {
    return feature;
  }

  Component component() {
    return component;
  }

  /** Empty when nothing was entered. */
  Optional<Object> value() {
    if (unreadable.getAsBoolean()) {
      return Optional.of(UNREADABLE);
    }
    return value.getOptionalValue().map(Object.class::cast);
  }

  /** The value for an address: {@code 120000}, {@code Dacia}, {@code true}, {@code 2026-11-21}. */
  String text() {
    return value.getOptionalValue().map(FeatureField::plain).orElse("");
  }

  /** Takes a text as {@link #text} writes it; any other text empties the field. */
  void enter(String text) {
    parser.apply(text).ifPresentOrElse(value::setValue, value::clear);
  }

  void clear() {
    value.clear();
  }

  void onChange(Runnable listener) {
    value.addValueChangeListener(change -> listener.run());
  }

  /** Shows what the reading says about this field, and nothing when it says nothing. */
  void show(RowReading reading, FeatureTexts texts) {
    Optional<String> error = error(reading, texts);
    validity.setInvalid(error.isPresent());
    validity.setErrorMessage(error.orElse(""));
    helper.setHelperText(about(reading.warnings(), texts).orElse(null));
  }

  /** What is wrong with this field. */
  Optional<String> error(RowReading reading, FeatureTexts texts) {
    return about(reading.errors(), texts);
  }

  void focus() {
    focus.focus();
  }

  private Optional<String> about(Iterable<FieldIssue> issues, FeatureTexts texts) {
    for (FieldIssue issue : issues) {
      if (issue.field().equals(feature.name())) {
        return Optional.of(texts.issue(feature, issue));
      }
    }
    return Optional.empty();
  }

  private static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : value.toString();
  }
}
