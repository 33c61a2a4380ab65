package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.client.RunState;
import io.drivetrain.webui.client.StepState;

/** A state in its words and its colour. */
public class StateBadge extends Span {

  public StateBadge() {
    addClassName("badge");
  }

  public void show(RunState state) {
    show(getTranslation("runState." + state), StateColor.of(state));
  }

  public void show(StepState state) {
    show(getTranslation("stepState." + state), StateColor.of(state));
  }

  private void show(String text, StateColor tone) {
    setText(text);
    getElement().setAttribute("data-tone", tone.key());
  }
}
