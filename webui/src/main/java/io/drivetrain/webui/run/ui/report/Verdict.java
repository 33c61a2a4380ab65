package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.badge.Badge;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.webui.component.StateColor;

/** Whether something passed, as a badge; what only warns is no failure. */
class Verdict extends Badge {

  Verdict(boolean passed, Severity severity) {
    StateColor color = color(passed, severity);
    setText(getTranslation("report.verdict." + color));
    getElement().setAttribute("data-color", color.key());
  }

  static StateColor color(boolean passed, Severity severity) {
    if (passed) {
      return StateColor.GOOD;
    }
    return severity == Severity.WARN ? StateColor.REJECTED : StateColor.BAD;
  }
}
