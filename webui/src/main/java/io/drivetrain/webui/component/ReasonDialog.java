package io.drivetrain.webui.component;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import java.util.function.Function;

/** Asks why something is done, does it, and stays open with the answer when that was a no. */
public class ReasonDialog extends Dialog {
  private static final int LONGEST_REASON = 1000;

  private final TextArea reason = new TextArea(getTranslation("reason.label"));
  private final DialogError error = new DialogError();
  private final Function<String, Reply<?>> action;
  private final Runnable onDone;

  /**
   * @param key of the text on the button; {@code .title} and {@code .text} behind it say what will
   *     happen
   * @param subject what it is about, for the title
   * @param action gets the reason, which may be empty
   */
  public ReasonDialog(
      String key, String subject, Function<String, Reply<?>> action, Runnable onDone) {
    this.action = action;
    this.onDone = onDone;
    setHeaderTitle(getTranslation(key + ".title", subject));
    setWidth("min(30rem, 100%)");
    reason.setWidthFull();
    reason.setMaxLength(LONGEST_REASON);
    reason.setManualValidation(true);
    reason.setHelperText(getTranslation("reason.optional"));
    reason.setAutofocus(true);
    add(new Paragraph(getTranslation(key + ".text")), reason, error);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("confirm", getTranslation(key), this::act));
  }

  /** Does nothing without a reason. */
  public ReasonDialog required() {
    reason.setRequiredIndicatorVisible(true);
    reason.setHelperText(getTranslation("reason.required"));
    return this;
  }

  private void act() {
    String given = reason.getValue().strip();
    boolean isMissing = reason.isRequiredIndicatorVisible() && given.isEmpty();
    reason.setInvalid(isMissing);
    reason.setErrorMessage(getTranslation("reason.missing"));
    if (isMissing) {
      return;
    }
    switch (action.apply(given)) {
      case Answered<?> _ -> close();
      case Refused<?>(var refusal) -> error.show(refusal);
      case Unreachable<?> _ -> error.showAway();
    }
    onDone.run();
  }
}
