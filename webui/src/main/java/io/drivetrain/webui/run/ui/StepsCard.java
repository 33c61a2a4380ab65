package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.UI;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.component.TimelineChart;
import io.drivetrain.webui.component.TimelineChart.Bar;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of a run in its time, and the same numbers as a grid that one chooses a step from. */
class StepsCard extends Panel {
  private final Chart chart = new Chart();
  private final StepGrid grid;

  /**
   * @param onChoice gets the id of the step that was chosen
   */
  StepsCard(Consumer<String> onChoice) {
    super("steps", UI.getCurrent().getTranslation("steps.title"));
    grid = new StepGrid(onChoice);
    add(chart, grid);
  }

  void show(RunDetails run, Optional<String> chosen, TimeFormat times) {
    Timeline timeline = Timeline.of(run, times.now());
    new TimelineChart(
            run.steps().stream().map(step -> bar(step, timeline)).toList(), timeline.length())
        .showIn(
            chart,
            getTranslation("steps.picture", run.steps().size(), times.lasting(timeline.length())));
    grid.show(run.steps(), timeline, chosen);
  }

  private Bar bar(StepDetails step, Timeline timeline) {
    double seconds = timeline.length().toMillis() / 1000.0;
    Optional<Timeline.Span> waiting = timeline.waiting(step);
    Optional<Timeline.Span> running = timeline.running(step);
    return new Bar(
        StepTexts.name(step, getLocale()),
        waiting.or(() -> running).map(span -> span.from() * seconds).orElse(0.0),
        waiting.map(span -> span.length() * seconds).orElse(0.0),
        running.map(span -> span.length() * seconds).orElse(-1.0),
        StateColor.of(step.state()));
  }
}
