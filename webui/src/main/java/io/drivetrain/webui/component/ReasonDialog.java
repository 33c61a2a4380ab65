package io.drivetrain.webui.component;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import io.drivetrain.webui.client.ServiceCallException;
import java.util.function.Consumer;

/** Asks for a reason, acts, and stays open with the answer when the action was refused. */
public class ReasonDialog extends Dialog {
  private static final int LONGEST_REASON = 1000;

  private final TextArea reason = new TextArea(getTranslation("reason.label"));
  private final DialogError error = new DialogError();
  private final Binder<Input> binder = new Binder<>(Input.class);
  private final Consumer<String> action;
  private final Runnable onDone;

  /** What the dialog asks for. */
  public record Input(String reason) {}

  /** Whether an action can do without a reason. */
  public enum Need {
    OPTIONAL,
    REQUIRED
  }

  /**
   * @param key of the text on the button; {@code .title} and {@code .text} behind it say what will
   *     happen
   * @param subject what it is about, for the title
   * @param action gets the reason, which may be empty if it is optional
   */
  public ReasonDialog(
      String key, String subject, Need need, Consumer<String> action, Runnable onDone) {
    this.action = action;
    this.onDone = onDone;
    setHeaderTitle(getTranslation(key + ".title", subject));
    setWidth("min(30rem, 100%)");
    reason.setWidthFull();
    reason.setMaxLength(LONGEST_REASON);
    reason.setHelperText(getTranslation("reason." + need));
    reason.setAutofocus(true);
    bind(need);
    add(new Paragraph(getTranslation(key + ".text")), reason, error);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("confirm", getTranslation(key), this::act));
  }

  private void bind(Need need) {
    Binder.BindingBuilder<Input, String> field =
        binder.forField(reason).withConverter(String::strip, text -> text, "");
    if (need == Need.REQUIRED) {
      field.asRequired(getTranslation("reason.missing"));
    }
    field.bind("reason");
  }

  private void act() {
    try {
      action.accept(binder.writeRecord().reason());
      close();
    } catch (ValidationException missing) {
      return; // it stands at the field
    } catch (ServiceCallException failure) {
      error.show(failure);
    }
    onDone.run();
  }
}
