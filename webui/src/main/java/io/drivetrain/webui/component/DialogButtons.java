package io.drivetrain.webui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/** The buttons at the foot of a dialog. */
public final class DialogButtons {
  private DialogButtons() {}

  public static Button close(Dialog dialog) {
    Button close = new Button(dialog.getTranslation("dialog.close"), click -> dialog.close());
    close.addThemeVariants(ButtonVariant.TERTIARY);
    return close;
  }

  /** Acts once at a time, however fast it is clicked. */
  public static Button act(String id, String text, Runnable action) {
    Button act =
        new Button(
            text,
            click -> {
              action.run();
              click.getSource().setEnabled(true);
            });
    act.setId(id);
    act.addThemeVariants(ButtonVariant.PRIMARY);
    act.setDisableOnClick(true);
    return act;
  }
}
