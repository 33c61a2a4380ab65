package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.drivetrain.webui.experiment.ExperimentService;
import io.drivetrain.webui.experiment.FilterFault;
import io.drivetrain.webui.experiment.RunFields;
import io.drivetrain.webui.experiment.RunQuery;
import io.drivetrain.webui.experiment.RunScope;
import java.util.function.Consumer;

/** Which runs a table shows: experiments, a filter in MLflow's search language, the trash. */
class FilterBar extends Div {
  private final ExperimentBox experiments;
  private final TextField field = new TextField();
  private final ShownSelect shown = new ShownSelect();
  private final FilterFaultBox fault = new FilterFaultBox();
  private final Consumer<RunQuery> onChange;
  private RunQuery query = RunQuery.ALL;
  private RunFields fields = RunFields.NONE;

  /**
   * @param onChange gets what somebody has chosen
   */
  FilterBar(ExperimentService service, Consumer<RunQuery> onChange) {
    this.onChange = onChange;
    experiments = new ExperimentBox(service);
    experiments.addValueChangeListener(chosen -> {
      if (chosen.isFromClient()) {
        onChange.accept(query.withExperiments(experiments.ids()));
      }
    });
    shown.addValueChangeListener(chosen -> {
      if (chosen.isFromClient()) {
        onChange.accept(query.withShown(chosen.getValue()));
      }
    });
    prepareField();
    Button condition = new Button(getTranslation("runFilter.add"), VaadinIcon.PLUS.create());
    condition.setId("add-condition");
    condition.addClickListener(click -> new ConditionDialog(fields, this::addCondition).open());
    Div line = new Div(experiments, field, condition, shown);
    line.addClassNames("line", "tools");
    add(line, fault, new FilterHelp());
  }

  private void prepareField() {
    field.setId("run-filter");
    field.addClassName("filter");
    field.setPlaceholder("metrics.rmse < 0.5 AND params.kind = 'trees'");
    field.setAriaLabel(getTranslation("runFilter.label"));
    field.setPrefixComponent(VaadinIcon.FILTER.create());
    field.setClearButtonVisible(true);
    field.getElement().setAttribute("spellcheck", "false");
    field.addValueChangeListener(typed -> {
      if (typed.isFromClient()) {
        onChange.accept(query.withFilter(typed.getValue()));
      }
    });
  }

  void show(RunQuery shownQuery) {
    query = shownQuery;
    field.setValue(shownQuery.filter());
    field.setInvalid(false);
    shown.setValue(shownQuery.shown());
    fault.hide();
  }

  /**
   * @param scope the experiments of the table
   * @param known fields that conditions can be about
   */
  void offer(RunScope scope, RunFields known) {
    fields = known;
    experiments.show(query.experiments(), scope);
  }

  /** Says what the registry does not understand, and puts the cursor there. */
  void show(FilterFault wrong) {
    field.setInvalid(true);
    fault.show(wrong, query.filter());
    wrong
        .character()
        .ifPresent(place ->
            field
                .getElement()
                .executeJs("this.focus(); this.inputElement.setSelectionRange($0, $0)", place - 1));
  }

  private void addCondition(String condition) {
    onChange.accept(
        query.withFilter(
            query.filter().isEmpty() ? condition : query.filter() + " AND " + condition));
  }
}
