package io.drivetrain.webui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import java.time.Duration;

/** Tells a visitor that what a button asked for was not done. */
public final class Refusals {
  private static final Duration SHOWN = Duration.ofSeconds(10);

  private Refusals() {}

  public static void tell(Reply<?> reply) {
    switch (reply) {
      case Answered<?> _ -> {} // the page shows it
      case Refused<?>(var refusal) -> show(refusal.title() + " \u2013 " + refusal.detail());
      case Unreachable<?> _ ->
          show(I18NProvider.translate(UI.getCurrent().getLocale(), "dialog.away.text"));
    }
  }

  private static void show(String text) {
    Notification notification =
        Notification.show(
            text, Math.toIntExact(SHOWN.toMillis()), Notification.Position.BOTTOM_CENTER);
    notification.addThemeVariants(NotificationVariant.ERROR);
    notification.setAssertive(true);
  }
}
