package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.DialogError;
import java.util.function.Consumer;

/** Changes a description. */
class DescriptionDialog extends Dialog {
  private static final int LONGEST = 5000;

  private final TextArea text = new TextArea(getTranslation("models.description"));
  private final DialogError error = new DialogError();
  private final Consumer<String> save;
  private final Runnable onDone;

  DescriptionDialog(String current, Consumer<String> save, Runnable onDone) {
    this.save = save;
    this.onDone = onDone;
    setHeaderTitle(getTranslation("models.describe"));
    setWidth("min(36rem, 100%)");
    text.setId("description-text");
    text.setWidthFull();
    text.setMaxLength(LONGEST);
    text.setMinRows(4);
    text.setValue(current);
    text.setAutofocus(true);
    add(text, error);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("save", getTranslation("models.save"), this::save));
  }

  private void save() {
    try {
      save.accept(text.getValue().strip());
      close();
      onDone.run();
    } catch (ServiceCallException failure) {
      error.show(failure);
    }
  }
}
