package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.ReasonDialog.Need;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.Rollback;
import java.time.Duration;

/** Puts the former version back into production, after a reason was given. */
class RollbackButton extends Button {
  private static final Duration SHOWN = Duration.ofSeconds(6);

  private final Rollback rollback;
  private final ModelChanges changes;

  /**
   * @param onChange called when a rollback was tried
   */
  RollbackButton(Rollback rollback, ModelChanges changes, Runnable onChange) {
    super(VaadinIcon.ROTATE_LEFT.create());
    this.rollback = rollback;
    this.changes = changes;
    setId("rollback");
    setText(getTranslation("models.rollback.to", rollback.to()));
    addClickListener(click ->
        new ReasonDialog("models.rollback", rollback.to(), Need.REQUIRED, this::rollBack, onChange)
            .open());
  }

  private void rollBack(String reason) {
    changes.rollBack(rollback, reason);
    Notification.show(
        getTranslation("models.rollback.done", rollback.to()),
        Math.toIntExact(SHOWN.toMillis()),
        Notification.Position.BOTTOM_CENTER);
  }
}
