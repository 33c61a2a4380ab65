package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.client.Step;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TimeFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A step as a bar in the time of its run: pale while it waited, in its colour from its first try.
 */
class StepBar extends NativeButton {
  private final String id;
  private final Span state = new Span();
  private final Span waiting = new Span();
  private final Span running = new Span();
  private final Span time = new Span();

  /**
   * @param onChoice gets the id of the step when a person chooses it
   */
  StepBar(String id, Consumer<String> onChoice) {
    this.id = id;
    Span name = new Span(id);
    Span track = new Span(waiting, running);
    addClassName("step-bar");
    name.addClassName("step-name");
    state.addClassName("step-state");
    track.addClassName("track");
    waiting.addClassName("waiting");
    running.addClassName("running");
    time.addClassName("step-time");
    addClickListener(click -> onChoice.accept(id));
    add(name, state, track, time);
  }

  void show(Step step, Timeline timeline, boolean isChosen, TimeFormat times) {
    String does = describe(step);
    String lasted = timeline.ran(step).map(times::lasting).orElse("");
    state.setText(does);
    time.setText(lasted);
    getElement().setAttribute("data-tone", StateColor.of(step.state()).key());
    getElement().setAttribute("aria-pressed", String.valueOf(isChosen));
    setAriaLabel(getTranslation("steps.bar", id, does, lasted));
    place(waiting, timeline.waiting(step));
    place(running, timeline.running(step));
    running
        .getStyle()
        .set("--done", percent(step.progress().map(Step.Progress::fraction).orElse(1.0)));
  }

  private String describe(Step step) {
    String state = getTranslation("stepState." + step.state());
    return step.progress()
        .map(progress ->
            getTranslation(
                "steps.progress",
                state,
                NumberFormat.getPercentInstance(getLocale()).format(progress.fraction()),
                progress.text()))
        .orElse(state);
  }

  private static void place(Span bar, Optional<Timeline.Span> span) {
    bar.setVisible(span.isPresent());
    span.ifPresent(part ->
        bar.getStyle()
            .set("--from", percent(part.from()))
            .set("--size", percent(part.to() - part.from())));
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.3f%%", part * 100);
  }
}
