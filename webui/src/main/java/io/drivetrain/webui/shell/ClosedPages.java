package io.drivetrain.webui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import java.time.Duration;

/**
 * Lets a session end soon after its last page was closed, and with it the memory of its pages. A
 * page that is loaded anew comes back in time.
 */
final class ClosedPages {
  /** As web.xml says it. */
  private static final Duration WITH_PAGES = Duration.ofMinutes(30);

  private static final Duration WITHOUT_PAGES = Duration.ofMinutes(1);

  private ClosedPages() {}

  static void watch(UI page) {
    VaadinSession session = page.getSession();
    expireAfter(session, WITH_PAGES);
    page.addDetachListener(closed -> {
      if (session.getState() == VaadinSessionState.OPEN && session.getUIs().isEmpty()) {
        expireAfter(session, WITHOUT_PAGES);
      }
    });
  }

  private static void expireAfter(VaadinSession session, Duration idle) {
    session.getSession().setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
  }
}
