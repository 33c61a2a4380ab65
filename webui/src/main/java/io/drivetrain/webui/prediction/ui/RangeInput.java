package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Tag;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.text.NumberText;

/** The browser's own slider, over what training has seen of a number; beside its number field. */
@Tag("input")
class RangeInput extends AbstractSinglePropertyField<RangeInput, String> {
  private final NumberInput number;

  RangeInput(NumericFeature feature, NumberInput number) {
    super("value", "", false);
    this.number = number;
    setSynchronizedEvent("change");
    double step = NumberInput.step(feature);
    getElement().setAttribute("type", "range");
    getElement().setAttribute("min", NumberText.plain(Math.floor(feature.seenMin() / step) * step));
    getElement().setAttribute("max", NumberText.plain(Math.ceil(feature.seenMax() / step) * step));
    getElement().setAttribute("step", NumberText.plain(step));
    getElement().setAttribute("aria-label", getTranslation("number.slider", number.getLabel()));
    addClassName("slider");
    follow();
    number.addValueChangeListener(change -> follow());
    addValueChangeListener(change -> {
      if (change.isFromClient() && !change.getValue().isEmpty()) {
        number.show(Double.parseDouble(change.getValue()));
      }
    });
  }

  /** The number follows the thumb while it is drawn; the server hears of it at the end. */
  @Override
  protected void onAttach(AttachEvent attach) {
    getElement()
        .executeJs(
            "this.oninput = () => { $0.value = this.value.replace(/(?<=\\d)(?=(\\d{3})+$)/g,"
                + " this.value.length > 4 ? '\\u00a0' : ''); }",
            number.getElement());
  }

  private void follow() {
    number.number().ifPresent(value -> setValue(NumberText.plain(value)));
  }
}
