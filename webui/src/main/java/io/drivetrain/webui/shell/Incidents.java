package io.drivetrain.webui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.drivetrain.access.problem.Incident;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Optional;

/**
 * Logs an unexpected error once, under an id, and tells the visitor that id and nothing else. A
 * visitor who has left is not an error.
 */
final class Incidents implements ErrorHandler {
  private static final Duration SHOWN = Duration.ofSeconds(15);

  @Override
  public void error(ErrorEvent event) {
    if (ClientDisconnect.caused(event.getThrowable())) {
      Log.debugf("A browser hung up: %s", event.getThrowable());
      return;
    }
    String id = Incident.log("a page failed", event.getThrowable());
    Optional.ofNullable(UI.getCurrent()).ifPresent(ui -> ui.access(() -> show(ui, id)));
  }

  private static void show(UI ui, String id) {
    Notification notification =
        Notification.show(
            ui.getTranslation("failure.notification", id),
            Math.toIntExact(SHOWN.toMillis()),
            Notification.Position.BOTTOM_CENTER);
    notification.addThemeVariants(NotificationVariant.ERROR);
    notification.setAssertive(true);
  }
}
