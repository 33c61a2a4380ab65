package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Div;
import io.drivetrain.webui.pipeline.Reply;
import io.drivetrain.webui.pipeline.Reply.Answered;
import io.drivetrain.webui.pipeline.Reply.Refused;
import io.drivetrain.webui.pipeline.Reply.Unreachable;

/** Says that what the page shows is not the latest, and why. Hidden while it is. */
class AwayBanner extends Div {

  AwayBanner() {
    setId("away");
    addClassName("notice");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  void show(Reply<?> reply) {
    switch (reply) {
      case Answered<?> _ -> setVisible(false);
      case Refused<?>(var refusal) ->
          say(getTranslation("pipelines.refused", refusal.title(), refusal.detail()));
      case Unreachable<?> _ -> say(getTranslation("pipelines.away"));
    }
  }

  private void say(String text) {
    setText(text);
    setVisible(true);
  }
}
