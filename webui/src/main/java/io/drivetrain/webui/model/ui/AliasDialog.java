package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.model.Model;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.Version;

/** Gives a version an alias, taking it from the version that has it. */
class AliasDialog extends Dialog {
  private static final int LONGEST_REASON = 1000;

  private final TextField alias = new TextField(getTranslation("models.alias"));
  private final TextArea reason = new TextArea(getTranslation("reason.label"));
  private final DialogError error = new DialogError();
  private final Model model;
  private final Version version;
  private final ModelChanges changes;
  private final Runnable onDone;

  /**
   * @param model as it was seen
   */
  AliasDialog(Model model, Version version, ModelChanges changes, Runnable onDone) {
    this.model = model;
    this.version = version;
    this.changes = changes;
    this.onDone = onDone;
    setHeaderTitle(getTranslation("models.alias.set.title", version.number()));
    setWidth("min(30rem, 100%)");
    alias.setId("alias");
    alias.setWidthFull();
    alias.setManualValidation(true);
    alias.setHelperText(getTranslation("models.alias.helper"));
    alias.setAutofocus(true);
    reason.setId("alias-reason");
    reason.setWidthFull();
    reason.setManualValidation(true);
    reason.setMaxLength(LONGEST_REASON);
    add(new Paragraph(getTranslation("models.alias.set.text")), alias, reason, error);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("confirm", getTranslation("models.alias.set"), this::act));
  }

  private void act() {
    boolean hasAlias = isGiven(alias, "models.alias.missing");
    boolean hasReason = isGiven(reason, "reason.missing");
    if (!hasAlias || !hasReason) {
      return; // it stands at the fields
    }
    try {
      changes.setAlias(model, version, alias.getValue().strip(), reason.getValue().strip());
      close();
    } catch (ServiceCallException failure) {
      error.show(failure);
    }
    onDone.run();
  }

  private <F extends HasValue<?, String> & HasValidationProperties> boolean isGiven(
      F field, String missing) {
    boolean isGiven = !field.getValue().isBlank();
    field.setErrorMessage(getTranslation(missing));
    field.setInvalid(!isGiven);
    return isGiven;
  }
}
