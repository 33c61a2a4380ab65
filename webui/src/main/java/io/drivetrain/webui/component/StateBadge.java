package io.drivetrain.webui.component;

import com.vaadin.flow.component.badge.Badge;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;

/** A state in its words and its colour. */
public class StateBadge extends Badge {

  public StateBadge() {}

  public StateBadge(StepState state) {
    show(state);
  }

  public StateBadge(RunState state) {
    show(state);
  }

  public final void show(RunState state) {
    show(getTranslation(TextKey.of("runState", state)), StateColor.of(state));
  }

  public final void show(StepState state) {
    show(getTranslation(TextKey.of("stepState", state)), StateColor.of(state));
  }

  private void show(String text, StateColor color) {
    setText(text);
    getElement().setAttribute("data-color", color.key());
  }
}
