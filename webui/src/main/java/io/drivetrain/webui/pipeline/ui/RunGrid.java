package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import io.drivetrain.webui.client.Page;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.CursorPages;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.pipeline.PipelineService;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All runs of a pipeline, latest first, read page by page while one scrolls. */
class RunGrid extends Panel {
  private static final int PAGE_SIZE = 50;
  private static final String HEIGHT = "32rem";

  /** A badge has no width yet when the columns are measured. */
  private static final String STATE_WIDTH = "11rem";

  private final Grid<RunDetails> grid = new Grid<>(PAGE_SIZE);
  private final ConnectionNotice failure = new ConnectionNotice();
  private final CursorPages<RunDetails> pages;
  private List<RunDetails> latest = List.of();

  RunGrid(String pipeline, PipelineService service) {
    super("runs", UI.getCurrent().getTranslation("runs.title"));
    pages = new CursorPages<>(PAGE_SIZE, cursor -> page(service.runs(pipeline, PAGE_SIZE, cursor)));
    grid.addComponentColumn(run -> new StateBadge(run.state()))
        .setKey("state")
        .setHeader(getTranslation("runs.state"))
        .setWidth(STATE_WIDTH)
        .setFlexGrow(0);
    grid.addComponentColumn(run -> PageLink.toRun(run.id(), times().at(run.createdAt())))
        .setKey("triggered")
        .setHeader(getTranslation("runs.triggered"))
        .setAutoWidth(true);
    column("lasted", texts -> texts::lasting);
    column("trigger", texts -> texts::trigger);
    column("note", texts -> RunDetails::note).setAutoWidth(false).setWidth("16rem").setFlexGrow(1);
    grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateComponent(new Paragraph(getTranslation("runs.empty")));
    grid.getElement().setAttribute("aria-label", getTranslation("runs.title"));
    grid.setItems(query -> read(query.getOffset(), query.getLimit()));
    add(failure, grid);
  }

  /**
   * @param runs the latest runs as they are now: what is shown is read again when they changed
   */
  void show(List<RunDetails> runs) {
    boolean isFirst = latest.isEmpty();
    boolean isChanged = !runs.equals(latest);
    latest = runs;
    boolean isShort = runs.size() < PipelineService.SHOWN_RUNS;
    grid.setAllRowsVisible(isShort);
    grid.setHeight(isShort ? null : HEIGHT);
    if (isChanged && !isFirst) {
      pages.forget();
      grid.getDataProvider().refreshAll();
    }
  }

  private Grid.Column<RunDetails> column(
      String key, Function<RunTexts, Function<RunDetails, String>> text) {
    return grid.addColumn(run -> text.apply(new RunTexts(getLocale(), times())).apply(run))
        .setKey(key)
        .setHeader(getTranslation("runs." + key))
        .setAutoWidth(true);
  }

  private Stream<RunDetails> read(int offset, int limit) {
    try {
      Stream<RunDetails> runs = pages.read(offset, limit);
      failure.hide();
      return runs;
    } catch (PipelineCallException failed) {
      failure.show(failed);
      return Stream.empty();
    }
  }

  private static Page<RunDetails> page(RunPage page) {
    return new Page<>(page.runs(), page.nextCursor());
  }

  private static TimeFormat times() {
    return TimeFormat.of(UI.getCurrent());
  }
}
