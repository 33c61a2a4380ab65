package io.drivetrain.webui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * What every page has: theme, style sheet, icon, push.
 *
 * <p>Push is long polling: a WebSocket is opened on an event loop, which waits there for the lock
 * of the session. The event loops also receive the answers that the holder of that lock may wait
 * for, so the two would wait for each other.
 */
@Push(transport = Transport.LONG_POLLING)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class AppShell implements AppShellConfigurator {

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addLink("icons/drivetrain.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
  }
}
