package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.api.step.StepProgress;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The steps of a run with their times. Choosing a row shows the step. */
class StepGrid extends Grid<String> {
  private Map<String, StepDetails> steps = Map.of();
  private Optional<Timeline> timeline = Optional.empty();

  /**
   * @param onChoice gets the id of the step that was chosen
   */
  StepGrid(Consumer<String> onChoice) {
    setId("steps-grid");
    addComponentColumn(id -> cell(steps.get(id)))
        .setKey("step")
        .setHeader(getTranslation("steps.step"))
        .setFlexGrow(1)
        .setWidth("15rem");
    column("started", step -> step.startedAt().map(times()::clock));
    column("waited", step -> timeline.flatMap(time -> time.waited(step)).map(times()::lasting));
    column("ran", step -> timeline.flatMap(time -> time.ran(step)).map(times()::lasting));
    column("attempts", step -> Optional.of(step.attempt()).filter(n -> n > 0).map(String::valueOf));
    addThemeVariants(GridVariant.NO_BORDER);
    setAllRowsVisible(true);
    getElement().setAttribute("aria-label", getTranslation("steps.title"));
    ((GridSingleSelectionModel<String>) getSelectionModel()).setDeselectAllowed(false);
    asSingleSelect()
        .addValueChangeListener(change -> {
          if (change.isFromClient() && change.getValue() != null) {
            onChoice.accept(change.getValue());
          }
        });
  }

  void show(List<StepDetails> now, Timeline time, Optional<String> chosen) {
    timeline = Optional.of(time);
    Map<String, StepDetails> before = steps;
    Map<String, StepDetails> next = new LinkedHashMap<>();
    now.forEach(step -> next.put(step.step(), step));
    steps = next;
    if (!before.keySet().equals(next.keySet())) {
      setItems(next.keySet());
    } else {
      next.forEach((id, step) -> {
        if (step.endedAt().isEmpty() || !step.equals(before.get(id))) {
          getDataProvider().refreshItem(id);
        }
      });
    }
    chosen.ifPresent(this::select);
  }

  private void column(String key, Function<StepDetails, Optional<String>> text) {
    addColumn(id -> text.apply(steps.get(id)).orElse(""))
        .setKey(key)
        .setHeader(getTranslation("steps." + key))
        .setAutoWidth(true)
        .setFlexGrow(0);
  }

  private Component cell(StepDetails step) {
    Span name = new Span(StepTexts.name(step, getLocale()));
    name.addClassName("step-name");
    StateBadge badge = new StateBadge(step.state());
    Div state = new Div(badge);
    step.progress()
        .ifPresent(progress -> {
          Span text = new Span(describe(progress));
          text.addClassName("quiet");
          state.add(text);
        });
    state.addClassName("step-state");
    Div cell = new Div(name);
    if (!name.getText().equals(step.step())) {
      Code id = new Code(step.step());
      id.addClassName("quiet");
      cell.add(id);
    }
    cell.add(state);
    cell.addClassName("step-cell");
    return cell;
  }

  private String describe(StepProgress progress) {
    return getTranslation(
        "steps.progress",
        NumberFormat.getPercentInstance(getLocale()).format(progress.fraction()),
        progress.text());
  }

  private static TimeFormat times() {
    return TimeFormat.of(UI.getCurrent());
  }
}
