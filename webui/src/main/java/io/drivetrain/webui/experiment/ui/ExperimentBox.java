package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.provider.Query;
import io.drivetrain.webui.client.Page;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.CursorPages;
import io.drivetrain.webui.experiment.ExperimentQuery;
import io.drivetrain.webui.experiment.ExperimentService;
import io.drivetrain.webui.experiment.RunScope;
import io.drivetrain.webui.experiment.Shown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses experiments by their names, which are read while one types. None chosen means all. */
class ExperimentBox extends MultiSelectComboBox<ExperimentBox.Choice> {
  private static final int PAGE_SIZE = 50;

  private final ExperimentService service;
  private ExperimentQuery query = ExperimentQuery.ALL;
  private CursorPages<Choice> pages = pages();

  /** An experiment to choose. */
  record Choice(String id, String name) {}

  ExperimentBox(ExperimentService service) {
    this.service = service;
    setId("run-experiments");
    setAriaLabel(getTranslation("runFilter.experiments"));
    setPlaceholder(getTranslation("runFilter.allExperiments"));
    setItemLabelGenerator(Choice::name);
    setClearButtonVisible(true);
    setWidth("min(18rem, 100%)");
    setItems(this::read);
  }

  List<String> ids() {
    return getValue().stream().map(Choice::id).sorted().toList();
  }

  /**
   * @param chosen ids; empty for all
   */
  void show(List<String> chosen, RunScope scope) {
    Set<Choice> choices = new LinkedHashSet<>();
    chosen.forEach(id -> choices.add(new Choice(id, scope.names().getOrDefault(id, id))));
    setValue(choices);
  }

  private Stream<Choice> read(Query<Choice, String> asked) {
    ExperimentQuery wanted = new ExperimentQuery(asked.getFilter().orElse(""), Shown.ACTIVE);
    if (!wanted.equals(query)) {
      query = wanted;
      pages = pages();
    }
    try {
      return pages.read(asked.getOffset(), asked.getLimit());
    } catch (ServiceCallException away) {
      return Stream.empty(); // the page itself says so
    }
  }

  private CursorPages<Choice> pages() {
    return new CursorPages<>(
        PAGE_SIZE,
        cursor -> {
          var page = service.page(query, PAGE_SIZE, cursor);
          return new Page<>(
              page.entries().stream().map(one -> new Choice(one.id(), one.name())).toList(),
              page.nextCursor());
        });
  }
}
