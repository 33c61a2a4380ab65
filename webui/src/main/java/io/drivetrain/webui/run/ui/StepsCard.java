package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.Step;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.TimeFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of a run as bars in its time, and the same numbers as a table. */
class StepsCard extends Section {
  private final Span half = new Span();
  private final Span end = new Span();
  private final StepTable table = new StepTable();
  private final KeyedList<Step, StepBar> bars;

  /**
   * @param onChoice gets the id of the step that a person chose
   */
  StepsCard(Consumer<String> onChoice) {
    Div list = new Div();
    list.addClassName("bars");
    bars = new KeyedList<>(list, Step::id, step -> new StepBar(step.id(), onChoice));
    setId("steps");
    addClassNames("card", "steps");
    add(
        new H2(getTranslation("steps.title")),
        axis(),
        list,
        new Details(getTranslation("steps.table"), table));
  }

  void show(Run run, Optional<String> looksAt, TimeFormat times) {
    Timeline timeline = Timeline.of(run, times.now());
    half.setText(times.lasting(timeline.length().dividedBy(2)));
    end.setText(times.lasting(timeline.length()));
    bars.show(
        run.steps(),
        (bar, step) ->
            bar.show(step, timeline, looksAt.filter(step.id()::equals).isPresent(), times));
    table.show(run.steps(), timeline, times);
  }

  private Div axis() {
    Div axis = new Div(new Span("0"), half, end);
    axis.addClassName("axis");
    axis.getElement().setAttribute("aria-hidden", "true");
    return axis;
  }
}
