package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.NumberField;
import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.comparison.Range;
import io.drivetrain.webui.component.DialogButtons;
import java.util.List;
import java.util.Optional;

/** Narrows the runs to a range of a field by keyboard, as brushing does by mouse. */
class RangeDialog extends Dialog {
  private final Selection selection;
  private final Axes axes;
  private final ComboBox<Field> field = new ComboBox<>();
  private final NumberField low = new NumberField();
  private final NumberField high = new NumberField();
  private final ComboBox<String> text = new ComboBox<>();

  RangeDialog(Selection selection, Axes axes) {
    this.selection = selection;
    this.axes = axes;
    setHeaderTitle(getTranslation("compare.range.title"));
    field.setId("range-field");
    field.setLabel(getTranslation("compare.range.field"));
    field.setItems(axes.fields());
    field.setItemLabelGenerator(Field::name);
    field.addValueChangeListener(change -> show());
    low.setId("range-low");
    low.setLabel(getTranslation("compare.range.low"));
    high.setId("range-high");
    high.setLabel(getTranslation("compare.range.high"));
    text.setLabel(getTranslation("compare.range.value"));
    FormLayout fields = new FormLayout(field, low, high, text);
    fields.setAutoResponsive(true);
    fields.setExpandFields(true);
    add(fields);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("add-range", getTranslation("compare.range.add"), this::narrow));
    show();
  }

  Button opener() {
    Button opener =
        new Button(
            getTranslation("compare.range.title"), VaadinIcon.FILTER.create(), click -> open());
    opener.setId("narrow");
    opener.addThemeVariants(ButtonVariant.TERTIARY);
    return opener;
  }

  private void show() {
    Optional<Axis> axis = field.getOptionalValue().map(axes::of);
    boolean isNumeric = axis.map(Axis::isNumeric).orElse(true);
    low.setVisible(isNumeric);
    high.setVisible(isNumeric);
    text.setVisible(!isNumeric);
    text.setItems(axis.map(Axis::categories).orElse(List.of()));
  }

  private void narrow() {
    field
        .getOptionalValue()
        .map(axes::of)
        .flatMap(this::range)
        .ifPresent(range -> {
          selection.narrow(selection.narrowing().with(range));
          close();
        });
  }

  /** An empty end is that of the runs. */
  private Optional<Range> range(Axis axis) {
    if (!axis.isNumeric()) {
      return text.getOptionalValue()
          .map(axis.categories()::indexOf)
          .map(place -> new Range(axis.field(), place, place));
    }
    return low.isEmpty() && high.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Range(
                axis.field(),
                low.getOptionalValue().orElse(-Double.MAX_VALUE),
                high.getOptionalValue().orElse(Double.MAX_VALUE)));
  }
}
