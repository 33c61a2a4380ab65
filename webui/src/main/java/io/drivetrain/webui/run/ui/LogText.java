package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last part of a text that grows. A browser is sent only what is new, and stays at the end when
 * it was there.
 */
class LogText extends Pre {
  /** In characters. */
  private static final int LONGEST = 256 * 1024;

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
    Span part = new Span(text);
    parts.add(part);
    add(part);
    length += text.length();
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

  void clear() {
    parts.clear();
    length = 0;
    removeAll();
    setVisible(false);
  }
}
