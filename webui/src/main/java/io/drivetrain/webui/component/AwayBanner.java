package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Div;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;

/** Says that what the page shows is not the latest, and why. Hidden while it is. */
public class AwayBanner extends Div {

  public AwayBanner() {
    setId("away");
    addClassName("notice");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  public void show(Reply<?> reply) {
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
