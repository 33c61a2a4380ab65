package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.pipeline.RunState;
import io.drivetrain.webui.pipeline.StepState;

/** A state in its words and its colour. */
class StateBadge extends Span {

  StateBadge() {
    addClassName("badge");
  }

  void show(RunState state) {
    show(getTranslation("runState." + state), Tone.of(state));
  }

  void show(StepState state) {
    show(getTranslation("stepState." + state), Tone.of(state));
  }

  private void show(String text, Tone tone) {
    setText(text);
    getElement().setAttribute("data-tone", tone.key());
  }
}
