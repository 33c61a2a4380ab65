package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.select.Select;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.experiment.Shown;

/** Chooses whether a list shows what is in the trash. */
class ShownSelect extends Select<Shown> {

  ShownSelect() {
    setItems(Shown.values());
    setItemLabelGenerator(shown -> getTranslation(TextKey.of("shown", shown)));
    setValue(Shown.ACTIVE);
    setAriaLabel(getTranslation("shown.label"));
    setId("shown");
  }
}
