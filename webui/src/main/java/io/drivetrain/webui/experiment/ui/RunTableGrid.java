package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.selection.SelectionListener;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.experiment.RunColumn;
import io.drivetrain.webui.experiment.RunField;
import io.drivetrain.webui.experiment.RunOrder;
import io.drivetrain.webui.experiment.RunRow;
import io.drivetrain.webui.experiment.RunTable;
import io.drivetrain.webui.experiment.RunTableReading;
import io.drivetrain.webui.experiment.RunTableReading.News;
import io.drivetrain.webui.experiment.RunTableService;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs by page as one scrolls, in the order and with the columns that the address says. */
class RunTableGrid extends Div {
  private static final int PAGE_SIZE = 100;

  private final RunTableService service;
  private final Consumer<Optional<RunOrder>> onOrder;
  private final Consumer<List<RunColumn>> onMove;
  private final Consumer<List<RunColumn>> onResize;
  private final ConnectionNotice failure = new ConnectionNotice();
  private final Grid<RunRow> grid = new Grid<>(PAGE_SIZE);
  private final Paragraph empty = new Paragraph();
  private final Set<String> running = new ConcurrentSkipListSet<>();
  private final CallbackDataProvider<RunRow, Void> rows =
      new CallbackDataProvider<>(this::read, query -> count(), RunRow::id);
  private RunTableReading reading = RunTableReading.NONE;
  private RunTable table = RunTable.ALL;

  /**
   * @param onOrder gets the order that somebody chose; empty: the usual one
   * @param onMove gets the columns in another order
   * @param onResize gets the columns with other widths
   */
  RunTableGrid(
      RunTableService service,
      Consumer<Optional<RunOrder>> onOrder,
      Consumer<List<RunColumn>> onMove,
      Consumer<List<RunColumn>> onResize) {
    this.service = service;
    this.onOrder = onOrder;
    this.onMove = onMove;
    this.onResize = onResize;
    addClassName("table-page");
    grid.setId("runs-table");
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.setColumnReorderingAllowed(true);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setEmptyStateComponent(empty);
    grid.getElement().setAttribute("aria-label", getTranslation("runTable.title"));
    grid.setDataProvider(rows);
    grid.addSortListener(sorted -> {
      if (sorted.isFromClient()) {
        order(sorted.getSortOrder());
      }
    });
    grid.addColumnReorderListener(moved -> {
      if (moved.isFromClient()) {
        onMove.accept(columns());
      }
    });
    grid.addColumnResizeListener(resized -> resize());
    add(failure, grid);
  }

  /**
   * @param shown with the columns to show
   */
  void show(RunTableReading read, RunTable shown) {
    boolean hasOtherColumns = !shown.columns().equals(table.columns());
    boolean hasOtherRows = read != reading || !shown.query().equals(table.query());
    if (!shown.query().withOrder(Optional.empty()).equals(reading.query())) {
      deselectAll();
    }
    reading = read;
    table = shown;
    empty.setText(
        getTranslation(shown.query().filter().isEmpty() ? "runTable.empty" : "runTable.none"));
    if (hasOtherColumns) {
      makeColumns();
    }
    showOrder();
    if (hasOtherRows) {
      running.clear();
      rows.refreshAll();
    }
  }

  /** Shows what runs have logged since, and reads all rows again when there are others. */
  void update(News news) {
    boolean hasOtherRows = news.count() != reading.count();
    reading = reading.with(news);
    for (RunRow row : news.rows()) {
      note(row);
      rows.refreshItem(row);
    }
    if (hasOtherRows) {
      rows.refreshAll();
    }
  }

  /** The runs that have not ended, of those that were read. */
  Set<String> runningIds() {
    return running;
  }

  Set<RunRow> getSelectedItems() {
    return grid.getSelectedItems();
  }

  void select(List<RunRow> runs) {
    grid.asMultiSelect().select(runs);
  }

  void deselectAll() {
    grid.deselectAll();
  }

  void addSelectionListener(SelectionListener<Grid<RunRow>, RunRow> listener) {
    grid.addSelectionListener(listener);
  }

  private void makeColumns() {
    grid.removeAllColumns();
    RunCells cells = new RunCells(grid);
    table.columns().forEach(cells::addColumn);
  }

  /** Without telling anybody: the address says it already. */
  private void showOrder() {
    List<GridSortOrder<RunRow>> orders =
        table.query().order().stream()
            .flatMap(order ->
                Optional.ofNullable(grid.getColumnByKey(order.field().text())).stream()
                    .map(column ->
                        new GridSortOrder<>(
                            column,
                            order.descending()
                                ? SortDirection.DESCENDING
                                : SortDirection.ASCENDING)))
            .toList();
    if (!orders.equals(grid.getSortOrder())) {
      grid.sort(orders);
    }
  }

  private void order(List<GridSortOrder<RunRow>> orders) {
    Optional<RunOrder> order =
        orders.stream()
            .findFirst()
            .flatMap(one ->
                RunField.parse(one.getSorted().getKey())
                    .map(field ->
                        new RunOrder(field, one.getDirection() == SortDirection.DESCENDING)));
    onOrder.accept(order);
  }

  private void resize() {
    table = table.withColumns(columns());
    onResize.accept(table.columns());
  }

  /** As they stand in the grid now. */
  private List<RunColumn> columns() {
    return grid.getColumns().stream()
        .flatMap(column ->
            RunField.parse(column.getKey()).stream()
                .map(field -> new RunColumn(field, pixels(column.getWidth()))))
        .toList();
  }

  private static OptionalInt pixels(String width) {
    return width != null && width.matches("\\d{2,4}(\\.\\d+)?px")
        ? OptionalInt.of((int) Double.parseDouble(width.substring(0, width.length() - 2)))
        : OptionalInt.empty();
  }

  private int count() {
    return Math.toIntExact(Math.min(reading.count(), Integer.MAX_VALUE));
  }

  private Stream<RunRow> read(Query<RunRow, Void> query) {
    int offset = query.getOffset();
    int limit = query.getLimit();
    if (reading.count() == 0) {
      return Stream.empty();
    }
    try {
      List<RunRow> page = service.rows(reading.scope(), table.query(), offset, limit);
      failure.hide();
      page.forEach(this::note);
      return page.stream();
    } catch (ServiceCallException failed) {
      failure.show(failed);
      return Stream.empty();
    }
  }

  private void note(RunRow row) {
    if (row.status().hasEnded()) {
      running.remove(row.id());
    } else {
      running.add(row.id());
    }
  }
}
