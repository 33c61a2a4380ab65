package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.UI;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
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

  void show(Run run, Optional<String> chosen, TimeFormat times) {
    Timeline timeline = Timeline.of(run, times.now());
    TimelineChart picture = new TimelineChart(timeline);
    chart.setHeight(picture.height());
    chart.show(
        getTranslation("steps.picture", run.steps().size(), times.lasting(timeline.length())),
        picture.option());
    grid.show(run.steps(), timeline, chosen);
  }
}
