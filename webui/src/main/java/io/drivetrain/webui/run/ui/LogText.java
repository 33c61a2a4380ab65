package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.component.TimeFormat;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * The last part of a text that grows. A browser is sent only what is new, and stays at the end when
 * it was there.
 */
class LogText extends Pre {
  /** In characters. */
  private static final int LONGEST = 256 * 1024;

  /** How the pipeline service begins a line: in UTC. */
  private static final Pattern TIME =
      Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z");

  private final Deque<Span> parts = new ArrayDeque<>();
  private int length;

  LogText() {
    addClassName("log-text");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "log");
    getElement().setAttribute("aria-live", "off");
    getElement().setAttribute("aria-label", getTranslation("log.title"));
    setVisible(false);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  void append(String text) {
    if (text.isEmpty()) {
      return;
    }
    String local = onTheClockOf(UI.getCurrent(), text);
    Span part = new Span(local);
    parts.add(part);
    add(part);
    length += local.length();
    while (length > LONGEST) {
      Span oldest = parts.remove();
      length -= oldest.getText().length();
      remove(oldest);
    }
    setVisible(true);
    getElement()
        .executeJs(
            """
            const end = this.scrollHeight - this.clientHeight;
            if (!this.seen || this.scrollTop >= this.seen - 4) this.scrollTop = end;
            this.seen = end;\
            """);
  }

  /** Times as the rest of the page has them. */
  private static String onTheClockOf(UI page, String text) {
    TimeFormat times = TimeFormat.of(page);
    return TIME.matcher(text).replaceAll(time -> times.stamp(Instant.parse(time.group())));
  }

  void clear() {
    parts.clear();
    length = 0;
    removeAll();
    setVisible(false);
  }
}
