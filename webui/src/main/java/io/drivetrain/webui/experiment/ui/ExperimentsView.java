package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.experiment.ExperimentQuery;
import io.drivetrain.webui.experiment.ExperimentRow;
import io.drivetrain.webui.experiment.ExperimentService;
import io.drivetrain.webui.experiment.Shown;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The experiments of the registry. Its address holds what is looked for: {@code ?name=car}. */
@Route(PageLink.EXPERIMENTS)
class ExperimentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final String NAME = "name";
  private static final String SHOWN = "shown";
  private static final Duration TYPING = Duration.ofMillis(400);

  private final TextField name = new TextField();
  private final ShownSelect shown = new ShownSelect();
  private final Button open = new Button();
  private final ExperimentGrid grid;
  private ExperimentQuery query = ExperimentQuery.ALL;

  ExperimentsView(ExperimentService service) {
    grid = new ExperimentGrid(service);
    addClassName("page");
    Paragraph lead = new Paragraph(getTranslation("experiments.lead"));
    lead.addClassName("lead");
    add(new H1(getTranslation("experiments.title")), lead, tools(), grid);
    grid.addSelectionListener(selection -> offer(selection.getAllSelectedItems()));
    offer(List.of());
  }

  private Div tools() {
    name.setId("experiment-name");
    name.setPlaceholder(getTranslation("experiments.search"));
    name.setAriaLabel(getTranslation("experiments.search"));
    name.setPrefixComponent(VaadinIcon.SEARCH.create());
    name.setClearButtonVisible(true);
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.setValueChangeTimeout(Math.toIntExact(TYPING.toMillis()));
    name.addValueChangeListener(typed -> ask(typed.isFromClient()));
    shown.addValueChangeListener(chosen -> ask(chosen.isFromClient()));
    open.setId("open-experiments");
    open.addThemeVariants(ButtonVariant.PRIMARY);
    open.addClickListener(click -> openChosen());
    Div tools = new Div(name, shown, open);
    tools.addClassNames("line", "tools");
    return tools;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    query =
        new ExperimentQuery(
            parameters.getSingleParameter(NAME).orElse(""),
            Shown.of(parameters.getSingleParameter(SHOWN).orElse("")));
    name.setValue(query.name());
    shown.setValue(query.shown());
    grid.show(query);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("experiments.title");
  }

  private void ask(boolean isOfVisitor) {
    ExperimentQuery asked = new ExperimentQuery(name.getValue(), shown.getValue());
    if (isOfVisitor && !asked.equals(query)) {
      Map<String, String> parameters = new HashMap<>();
      if (!asked.name().isEmpty()) {
        parameters.put(NAME, asked.name());
      }
      if (asked.shown() != Shown.ACTIVE) {
        parameters.put(SHOWN, asked.shown().text());
      }
      UI.getCurrent().navigate(ExperimentsView.class, QueryParameters.simple(parameters));
    }
  }

  /** One experiment is opened by its name; several together, or all, by this button. */
  private void offer(Collection<ExperimentRow> chosen) {
    open.setText(
        chosen.isEmpty()
            ? getTranslation("experiments.openAll")
            : getTranslation("experiments.open", chosen.size()));
  }

  private void openChosen() {
    List<String> ids = grid.getSelectedItems().stream().map(ExperimentRow::id).sorted().toList();
    UI.getCurrent()
        .navigate(
            RunsView.class,
            ids.isEmpty()
                ? QueryParameters.empty()
                : new QueryParameters(Map.of(PageLink.EXPERIMENT, ids)));
  }
}
