package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import io.drivetrain.models.text.UnitText;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A number as people write it: {@code 120 000}, {@code 120000 km}, {@code 1e5}. The schema reads
 * it; a browser's own number field would drop what it does not know without a word.
 */
class NumberInput extends TextField {
  /** A step button moves by about this part of the seen range. */
  private static final double STEPS_OF_A_RANGE = 50;

  private final NumericFeature feature;
  private final UnitText unit;

  NumberInput(NumericFeature feature, Locale locale) {
    super(feature.label().in(locale));
    this.feature = feature;
    this.unit = new UnitText(feature.unit());
    setManualValidation(true);
    setAutocomplete(Autocomplete.OFF);
    setSuffixComponent(suffix());
    if (feature.defaultValue() != null) {
      show(feature.defaultValue());
    }
  }

  /** What is written, as a number; empty when it is none. */
  OptionalDouble number() {
    String text = unit.without(Texts.clean(getValue()));
    return feature.integer() ? NumberText.parseInteger(text) : NumberText.parse(text);
  }

  /** Writes a number with its thousands parted. */
  final void show(double number) {
    setValue(grouped(NumberText.plain(number)));
  }

  /** The number without groups, for an address; what is no number stays as it is written. */
  static String plain(NumericFeature feature, String text) {
    String bare = new UnitText(feature.unit()).without(Texts.clean(text));
    OptionalDouble number =
        feature.integer() ? NumberText.parseInteger(bare) : NumberText.parse(bare);
    return number.isPresent() ? NumberText.plain(number.getAsDouble()) : text;
  }

  /** With thousands parted from 10 000 on: years have none. */
  static String grouped(String plain) {
    return plain.matches("\\d{5,}") ? plain.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0") : plain;
  }

  /** A round number: 1, 10, 100 ... for whole numbers, also 0.1, 0.01 ... for others. */
  static double step(NumericFeature feature) {
    double range = Math.max(feature.seenMax() - feature.seenMin(), Double.MIN_NORMAL);
    double step = Math.pow(10, Math.floor(Math.log10(range / STEPS_OF_A_RANGE)));
    return feature.integer() ? Math.max(1, step) : step;
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    getElement()
        .executeJs(
            "if (this.inputElement) { this.inputElement.inputMode = $0; }",
            feature.integer() ? "numeric" : "decimal");
  }

  private Div suffix() {
    Div suffix = new Div();
    suffix.addClassName("number-suffix");
    if (!feature.unit().isEmpty()) {
      Span shown = new Span(feature.unit());
      shown.addClassName("unit");
      suffix.add(shown);
    }
    suffix.add(stepper(VaadinIcon.MINUS, -1), stepper(VaadinIcon.PLUS, 1));
    return suffix;
  }

  /** Not a stop of the Tab key: the number can be written. */
  private Button stepper(VaadinIcon icon, int direction) {
    Button button = new Button(icon.create(), click -> move(direction * step(feature)));
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    button.setAriaLabel(getTranslation(direction < 0 ? "number.less" : "number.more", getLabel()));
    button.setTabIndex(-1);
    return button;
  }

  private void move(double by) {
    double from = number().orElse(by > 0 ? feature.seenMin() : feature.seenMax());
    double to = Math.rint((from + by) / step(feature)) * step(feature);
    show(Math.clamp(to, feature.min(), feature.max()));
  }
}
