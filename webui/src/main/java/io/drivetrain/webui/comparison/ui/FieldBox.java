package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import io.drivetrain.webui.comparison.Field;
import java.util.List;
import java.util.Optional;

/** Chooses a field of the runs, and keeps it in the address. */
class FieldBox extends ComboBox<Field> {

  /**
   * @param name of the choice in the address
   * @param first what is chosen when the address says nothing
   */
  FieldBox(
      String label,
      String name,
      Choices choices,
      List<Field> fields,
      Optional<Field> first,
      Runnable onChange) {
    super(label);
    setId("choose-" + name);
    setItems(fields);
    setItemLabelGenerator(Field::name);
    setValue(choices.field(name).filter(fields::contains).or(() -> first).orElse(null));
    addValueChangeListener(change -> {
      choices.choose(name, change.getValue() == null ? "" : change.getValue().text());
      onChange.run();
    });
  }

  Optional<Field> chosen() {
    return getOptionalValue();
  }
}
