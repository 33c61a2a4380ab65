package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.badge.Badge;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.webui.component.StateColor;

/** Whether something passed, as a badge; what only warns is no failure. */
public class Verdict extends Badge {

  public Verdict(boolean passed, Severity severity) {
    StateColor color = color(passed, severity);
    setText(getTranslation("report.verdict." + color));
    getElement().setAttribute("data-color", color.key());
  }

  public static StateColor color(boolean passed, Severity severity) {
    if (passed) {
      return StateColor.GOOD;
    }
    return severity == Severity.WARN ? StateColor.REJECTED : StateColor.BAD;
  }
}
