package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Div;
import io.drivetrain.webui.client.PipelineCallException;

/** Says that a page does not show the latest state, and why. Hidden while it does. */
public class ConnectionNotice extends Div {

  public ConnectionNotice() {
    setId("away");
    addClassName("notice");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  public void show(PipelineCallException failure) {
    setText(
        failure
            .refusal()
            .map(refusal -> getTranslation("pipelines.refused", refusal.title(), refusal.detail()))
            .orElseGet(() -> getTranslation("pipelines.away")));
    setVisible(true);
  }

  public void hide() {
    setVisible(false);
  }
}
