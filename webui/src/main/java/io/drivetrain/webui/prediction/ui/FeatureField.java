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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A feature of the schema as a field of the form. It holds a value of the field's own type and
 * gives it out as {@link io.drivetrain.models.schema.FeatureSchema#read} takes it.
 */
final class FeatureField<V> {
  /** Stands for what a visitor typed into a date field and the browser keeps to itself. */
  private static final String UNREADABLE = "?";

  private final Feature feature;
  private final Component component;
  private final HasValue<?, V> value;
  private final HasValidationProperties validity;
  private final HasHelper helper;
  private final Focusable<?> focus;
  private BooleanSupplier unreadable = () -> false;
  private Supplier<Optional<String>> question = Optional::empty;
  private Supplier<Optional<String>> note = Optional::empty;
  private Function<V, String> writer = Object::toString;
  private final Consumer<String> enter;

  /**
   * @param shown the field itself or what it stands in
   * @param enter takes what {@link #text} wrote, never empty
   */
  <F extends Component & HasValue<?, V> & HasValidationProperties & HasHelper & Focusable<?>>
      FeatureField(Feature feature, F field, Component shown, Consumer<String> enter) {
    this.feature = feature;
    this.component = shown;
    this.value = field;
    this.validity = field;
    this.helper = field;
    this.focus = field;
    this.enter = enter;
    field.setId("field-" + feature.name());
    field.setRequiredIndicatorVisible(feature.required());
  }

  /**
   * @param test whether the field shows a text that is no value of its type
   */
  FeatureField<V> unreadableWhen(BooleanSupplier test) {
    unreadable = test;
    return this;
  }

  /**
   * @param asked what the visitor has to answer before there is a value
   * @param said how the field read what was typed
   */
  FeatureField<V> asking(Supplier<Optional<String>> asked, Supplier<Optional<String>> said) {
    question = asked;
    note = said;
    return this;
  }

  /**
   * @param text writes a value for an address
   */
  FeatureField<V> writtenBy(Function<V, String> text) {
    writer = text;
    return this;
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
    return value.getOptionalValue().map(writer).orElse("");
  }

  /** Takes a text as {@link #text} writes it. */
  void enter(String text) {
    if (text.isEmpty()) {
      value.clear();
    } else {
      enter.accept(text);
    }
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
    helper.setHelperText(about(reading.warnings(), texts).or(() -> note.get()).orElse(null));
  }

  /** Whether a typed text waits for an answer of the visitor. */
  boolean asks() {
    return question.get().isPresent();
  }

  /** What is wrong with this field. */
  Optional<String> error(RowReading reading, FeatureTexts texts) {
    return question.get().or(() -> about(reading.errors(), texts));
  }

  /** How what was typed was read. */
  Optional<String> note() {
    return note.get();
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
}
