package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.comparison.Comparison;
import io.drivetrain.webui.comparison.RunChoice;

/** Says which runs were asked for and are not compared. */
class LeftOut extends Div {
  private static final int NAMED = 5;

  LeftOut(Comparison comparison) {
    setId("left-out");
    addClassName("notice");
    int unknown = comparison.unknown().size();
    if (unknown > 0) {
      String named = String.join(", ", comparison.unknown().subList(0, Math.min(NAMED, unknown)));
      say("compare.leftOut.unknown", unknown, unknown > NAMED ? named + ", …" : named);
    }
    if (comparison.leftOut() > 0) {
      say("compare.leftOut.tooMany", RunChoice.MAX_RUNS, comparison.leftOut());
    }
    if (comparison.hasMore()) {
      say("compare.leftOut.more", comparison.runs().size());
    }
    setVisible(getComponentCount() > 0);
  }

  private void say(String key, Object... arguments) {
    add(new Paragraph(getTranslation(key, arguments)));
  }
}
