package io.drivetrain.webui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.webui.client.ServiceCallException;
import java.time.Duration;

/** Tells a visitor that what a button asked for was not done. */
public final class FailureNotification {
  private static final Duration SHOWN = Duration.ofSeconds(10);

  private FailureNotification() {}

  public static void show(ServiceCallException failure) {
    String text =
        failure
            .refusal()
            .map(refusal -> RefusalTexts.of(refusal, UI.getCurrent().getLocale()).line())
            .orElseGet(() ->
                I18NProvider.translate(
                    UI.getCurrent().getLocale(), TextKey.of("dialog.away", failure.service())));
    Notification notification =
        Notification.show(
            text, Math.toIntExact(SHOWN.toMillis()), Notification.Position.BOTTOM_CENTER);
    notification.addThemeVariants(NotificationVariant.ERROR);
    notification.setAssertive(true);
  }
}
