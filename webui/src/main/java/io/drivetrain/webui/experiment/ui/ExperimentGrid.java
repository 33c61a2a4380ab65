package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.selection.SelectionListener;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.CursorPages;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.experiment.ExperimentQuery;
import io.drivetrain.webui.experiment.ExperimentRow;
import io.drivetrain.webui.experiment.ExperimentService;
import java.text.NumberFormat;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Experiments, read page by page while one scrolls. */
class ExperimentGrid extends Div {
  private static final int PAGE_SIZE = 50;

  private final ConnectionNotice failure = new ConnectionNotice();
  private final Grid<ExperimentRow> grid = new Grid<>(PAGE_SIZE);
  private final Paragraph empty = new Paragraph();
  private final CursorPages<ExperimentRow> pages;
  private ExperimentQuery query = ExperimentQuery.ALL;

  ExperimentGrid(ExperimentService service) {
    pages = new CursorPages<>(PAGE_SIZE, cursor -> service.page(query, PAGE_SIZE, cursor));
    addClassName("table-page");
    grid.setId("experiments");
    grid.addColumn(name())
        .setKey("name")
        .setHeader(getTranslation("experiments.name"))
        .setFlexGrow(3)
        .setWidth("12rem");
    number("runs", ExperimentRow::runs);
    number("running", ExperimentRow::running);
    text("lastRun", row -> row.lastRun().map(times()::at).orElse(""));
    text("created", row -> times().at(row.createdAt()));
    text("note", ExperimentRow::note).setTooltipGenerator(ExperimentRow::note);
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setEmptyStateComponent(empty);
    grid.getElement().setAttribute("aria-label", getTranslation("experiments.title"));
    grid.setItems(question -> read(question.getOffset(), question.getLimit()));
    add(failure, grid);
  }

  void show(ExperimentQuery asked) {
    query = asked;
    empty.setText(
        getTranslation(
            asked.equals(ExperimentQuery.ALL) ? "experiments.empty" : "experiments.none"));
    pages.forget();
    grid.deselectAll();
    grid.getDataProvider().refreshAll();
  }

  Set<ExperimentRow> getSelectedItems() {
    return grid.getSelectedItems();
  }

  void addSelectionListener(SelectionListener<Grid<ExperimentRow>, ExperimentRow> listener) {
    grid.addSelectionListener(listener);
  }

  private static LitRenderer<ExperimentRow> name() {
    return LitRenderer.<ExperimentRow>of(
            "<a href=\"${item.href}\" ?data-deleted=${item.deleted}>${item.name}</a>")
        .withProperty("href", row -> PageLink.trackingRuns(row.id()))
        .withProperty("name", ExperimentRow::name)
        .withProperty("deleted", ExperimentRow::deleted);
  }

  private Grid.Column<ExperimentRow> number(String key, Function<ExperimentRow, Long> value) {
    return grid.addColumn(row -> counts().format(value.apply(row)))
        .setKey(key)
        .setHeader(getTranslation("experiments." + key))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("7rem")
        .setFlexGrow(0);
  }

  private NumberFormat counts() {
    return NumberFormat.getIntegerInstance(getLocale());
  }

  private Grid.Column<ExperimentRow> text(String key, Function<ExperimentRow, String> value) {
    return grid.addColumn(value::apply)
        .setKey(key)
        .setHeader(getTranslation("experiments." + key))
        .setWidth("11rem")
        .setFlexGrow(1);
  }

  private Stream<ExperimentRow> read(int offset, int limit) {
    try {
      Stream<ExperimentRow> rows = pages.read(offset, limit);
      failure.hide();
      return rows;
    } catch (ServiceCallException failed) {
      failure.show(failed);
      return Stream.empty();
    }
  }

  private static TimeFormat times() {
    return TimeFormat.of(UI.getCurrent());
  }
}
