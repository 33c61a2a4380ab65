package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.webui.pipeline.Reply;
import io.drivetrain.webui.pipeline.Reply.Answered;
import io.drivetrain.webui.pipeline.Reply.Refused;
import io.drivetrain.webui.pipeline.Reply.Unreachable;
import java.util.function.Function;

/** Asks why something is done, does it, and stays open with the answer when that was a no. */
class ReasonDialog extends Dialog {
  private static final int LONGEST_REASON = 1000;

  private final TextArea reason = new TextArea(getTranslation("reason.label"));
  private final DialogError error = new DialogError();
  private final Function<String, Reply<?>> action;
  private final Runnable onDone;

  /**
   * @param text what will happen
   * @param action gets the reason, which may be empty
   */
  ReasonDialog(
      String title,
      String text,
      String confirm,
      Function<String, Reply<?>> action,
      Runnable onDone) {
    this.action = action;
    this.onDone = onDone;
    setHeaderTitle(title);
    setWidth("min(30rem, 100%)");
    reason.setWidthFull();
    reason.setMaxLength(LONGEST_REASON);
    reason.setHelperText(getTranslation("reason.helper"));
    reason.setAutofocus(true);
    Button close = new Button(getTranslation("dialog.close"), click -> close());
    close.addThemeVariants(ButtonVariant.TERTIARY);
    Button act =
        new Button(
            confirm,
            click -> {
              act();
              click.getSource().setEnabled(true);
            });
    act.setId("confirm");
    act.addThemeVariants(ButtonVariant.PRIMARY);
    act.setDisableOnClick(true);
    add(new Paragraph(text), reason, error);
    getFooter().add(close, act);
  }

  private void act() {
    Reply<?> reply = action.apply(reason.getValue().strip());
    switch (reply) {
      case Answered<?> _ -> close();
      case Refused<?>(var refusal) -> error.show(refusal);
      case Unreachable<?> _ -> error.showAway();
    }
    onDone.run();
  }
}
