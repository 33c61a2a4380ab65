package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.FailureNotification;
import io.drivetrain.webui.component.LivePoller;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.experiment.ExperimentService;
import io.drivetrain.webui.experiment.FilterFault;
import io.drivetrain.webui.experiment.RunBulkService;
import io.drivetrain.webui.experiment.RunColumn;
import io.drivetrain.webui.experiment.RunOrder;
import io.drivetrain.webui.experiment.RunTable;
import io.drivetrain.webui.experiment.RunTableReading;
import io.drivetrain.webui.experiment.RunTableReading.News;
import io.drivetrain.webui.experiment.RunTableService;
import io.drivetrain.webui.savedview.SavedViewService;
import io.drivetrain.webui.savedview.SavedViewsUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A table of the runs of one or several experiments. Its address holds all that somebody chose:
 * experiments, filter, order, columns.
 */
@Route(PageLink.TRACKING_RUNS)
class RunsView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, LivePoller.Screen<News> {
  /** Query parameter: the id of a saved view, in place of all others. */
  static final String VIEW = "view";

  private static final Duration WHILE_SOMETHING_RUNS = Duration.ofSeconds(3);
  private static final Duration OTHERWISE = Duration.ofSeconds(10);

  private final RunTableService service;
  private final SavedViewService views;
  private final SavedViewLine saved = new SavedViewLine();
  private final ConnectionNotice connection = new ConnectionNotice();
  private final H1 title = new H1();
  private final FilterBar filter;
  private final TableBar bar;
  private final RunTableGrid grid;
  private final SelectionBar selection;
  private volatile RunTableReading reading = RunTableReading.NONE;
  private RunTable table = RunTable.ALL;
  private Optional<LivePoller<News>> poller = Optional.empty();

  RunsView(
      RunTableService service,
      ExperimentService experiments,
      RunBulkService bulk,
      SavedViewService views) {
    this.views = views;
    this.service = service;
    filter = new FilterBar(experiments, query -> go(table.with(query)));
    bar = new TableBar(views, this::choose);
    grid = new RunTableGrid(service, this::order, this::choose, this::remember);
    selection = new SelectionBar(bulk, this::selectAll, grid::deselectAll, this::readAgain);
    grid.addSelectionListener(chosen -> showSelection());
    addClassNames("page", "wide");
    PageLink all = PageLink.to(PageLink.EXPERIMENTS, getTranslation("runTable.experiments"));
    all.addClassName("back");
    add(all, title, saved, connection, filter, bar, selection, grid);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    saved.hide();
    table =
        parameters
            .getSingleParameter(VIEW)
            .map(this::saved)
            .orElseGet(() -> RunTable.of(parameters.getParameters()));
    read();
  }

  /** What a saved view stands for; all runs when there is none, which is said. */
  private RunTable saved(String id) {
    try {
      return saved.show(views.find(UUID.fromString(id)));
    } catch (IllegalArgumentException notAnId) {
      return saved.show(Optional.empty());
    } catch (SavedViewsUnavailableException away) {
      return saved.showUnavailable();
    }
  }

  @Override
  public String getPageTitle() {
    return title.getText();
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    poller =
        Optional.of(
            LivePoller.start(attach.getUI(), () -> service.news(reading, grid.runningIds()), this));
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    poller.ifPresent(LivePoller::stop);
  }

  @Override
  public Duration show(News news) {
    if (news.isOf(reading)) {
      connection.hide();
      reading = reading.with(news);
      grid.update(news);
      bar.showCount(news.count());
      showSelection();
    }
    return grid.runningIds().isEmpty() ? OTHERWISE : WHILE_SOMETHING_RUNS;
  }

  @Override
  public Duration showFailure(ServiceCallException failure) {
    if (FilterFault.of(failure, table.query().filter()).isEmpty()) {
      connection.show(failure);
    }
    return OTHERWISE;
  }

  private void read() {
    filter.show(table.query());
    try {
      reading = readOrTellFault();
      connection.hide();
    } catch (ServiceCallException failure) {
      reading = RunTableReading.NONE;
      connection.show(failure);
    }
    show();
  }

  private RunTableReading readOrTellFault() {
    try {
      return service.read(table.query(), reading);
    } catch (ServiceCallException failure) {
      FilterFault fault =
          FilterFault.of(failure, table.query().filter()).orElseThrow(() -> failure);
      filter.show(fault);
      return service.readWithoutRuns(table.query());
    }
  }

  private void show() {
    title.setText(titleOf(reading));
    List<RunColumn> columns = columns();
    filter.offer(reading.scope(), reading.fields());
    bar.show(reading, table.withColumns(columns));
    grid.show(reading, table.withColumns(columns));
    showSelection();
  }

  private void showSelection() {
    selection.show(grid.getSelectedItems(), reading.count());
  }

  private void selectAll() {
    try {
      grid.select(service.rows(reading.scope(), table.query(), 0, SelectionBar.MOST));
    } catch (ServiceCallException failure) {
      FailureNotification.show(failure);
    }
  }

  /** After a change that somebody has made here. */
  private void readAgain() {
    grid.deselectAll();
    reading = RunTableReading.NONE;
    read();
  }

  private String titleOf(RunTableReading shown) {
    List<String> names = List.copyOf(shown.scope().names().values());
    if (table.query().experiments().isEmpty()) {
      return getTranslation("runTable.title");
    }
    return names.size() == 1 ? names.getFirst() : getTranslation("runTable.titleOf", names.size());
  }

  /** Those that somebody chose, or what tells these runs apart. */
  private List<RunColumn> columns() {
    return table.columns().isEmpty()
        ? reading.usualFields().stream().map(RunColumn::new).toList()
        : table.columns();
  }

  private void order(Optional<RunOrder> by) {
    go(table.with(table.query().withOrder(by)));
  }

  private void choose(List<RunColumn> columns) {
    go(table.withColumns(columns));
  }

  private void go(RunTable next) {
    if (!next.equals(table)) {
      UI.getCurrent().navigate(RunsView.class, new QueryParameters(next.parameters()));
    }
  }

  /** Nobody goes back to a narrower column: this takes the place of the address before. */
  private void remember(List<RunColumn> columns) {
    table = table.withColumns(columns);
    String query = new QueryParameters(table.parameters()).getQueryString();
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, PageLink.TRACKING_RUNS + (query.isEmpty() ? "" : "?" + query));
    bar.show(reading, table);
  }
}
