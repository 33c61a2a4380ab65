package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.drivetrain.webui.component.DialogButtons;
import java.util.function.BiConsumer;

/** Asks for a tag to set. */
class TagDialog extends Dialog {
  private static final int LONGEST_KEY = 250;
  private static final int LONGEST_VALUE = 5000;

  private final TextField key = new TextField(getTranslation("tag.key"));
  private final TextField value = new TextField(getTranslation("tag.value"));
  private final BiConsumer<String, String> onTag;

  /**
   * @param onTag gets key and value
   */
  TagDialog(BiConsumer<String, String> onTag) {
    this.onTag = onTag;
    setHeaderTitle(getTranslation("tag.title"));
    setWidth("min(30rem, 100%)");
    key.setId("tag-key");
    key.setMaxLength(LONGEST_KEY);
    key.setAutofocus(true);
    key.setErrorMessage(getTranslation("tag.noKey"));
    value.setId("tag-value");
    value.setMaxLength(LONGEST_VALUE);
    FormLayout form = new FormLayout(key, value);
    form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    add(form);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("confirm", getTranslation("tag.set"), this::act));
  }

  private void act() {
    String name = key.getValue().strip();
    key.setInvalid(name.isEmpty());
    if (!name.isEmpty()) {
      close();
      onTag.accept(name, value.getValue());
    }
  }
}
