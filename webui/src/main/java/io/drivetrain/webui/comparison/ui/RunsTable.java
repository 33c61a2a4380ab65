package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.function.ValueProvider;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.component.FileLink;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.SignificantDigits;
import io.drivetrain.webui.component.TimeFormat;
import java.util.Comparator;
import java.util.List;

/** The runs that are looked at with the numbers that the chart above draws. */
class RunsTable extends Panel {
  private static final int ROWS_WITHOUT_SCROLLING = 10;

  private final Selection selection;
  private final Axes axes;
  private final Grid<ComparedRun> grid = new Grid<>();
  private final SignificantDigits digits = new SignificantDigits(getLocale());
  private final TimeFormat times = TimeFormat.of(UI.getCurrent());
  private List<Field> fields = List.of();

  RunsTable(Selection selection, Axes axes) {
    super("compared-runs", UI.getCurrent().getTranslation("compare.runs"));
    this.selection = selection;
    this.axes = axes;
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", getTranslation("compare.runs"));
    grid.setEmptyStateText(getTranslation("compare.runs.none"));
    addToHead(FileLink.csv("runs.csv", "CSV", () -> RunsCsv.of(selection.runs(), axes.fields())));
    add(grid);
    selection.onChange(this::showRows);
  }

  void show(List<Field> shown) {
    fields = shown;
    grid.removeAllColumns();
    grid.addComponentColumn(run -> PageLink.toTrackingRun(run.id(), run.name()))
        .setKey("name")
        .setHeader(getTranslation("compare.run"))
        .setComparator(Comparator.comparing(ComparedRun::name))
        .setWidth("12rem")
        .setFlexGrow(1)
        .setFrozen(true)
        .setResizable(true);
    if (selection.all().stream().map(ComparedRun::experiment).distinct().count() > 1) {
      text("experiment", getTranslation("compare.experiment"), ComparedRun::experiment);
    }
    text("started", getTranslation("compare.started"), run -> times.at(run.startedAt()))
        .setComparator(Comparator.comparing(ComparedRun::startedAt));
    fields.forEach(this::column);
    showRows();
  }

  private void showRows() {
    grid.setItems(selection.runs());
    grid.setAllRowsVisible(selection.runs().size() <= ROWS_WITHOUT_SCROLLING);
    if (selection.runs().size() > ROWS_WITHOUT_SCROLLING) {
      grid.setHeight("26rem");
    }
  }

  private Grid.Column<ComparedRun> text(
      String key, String header, ValueProvider<ComparedRun, String> text) {
    return grid.addColumn(text)
        .setKey(key)
        .setHeader(header)
        .setSortable(true)
        .setAutoWidth(true)
        .setFlexGrow(0)
        .setResizable(true);
  }

  private void column(Field field) {
    boolean isNumeric = axes.of(field).isNumeric();
    text(field.text(), field.name(), run -> value(field, run, isNumeric))
        .setComparator(run -> field.numberOf(run).orElse(Double.NEGATIVE_INFINITY))
        .setTextAlign(isNumeric ? ColumnTextAlign.END : ColumnTextAlign.START);
    if (!isNumeric) {
      grid.getColumnByKey(field.text())
          .setComparator(Comparator.comparing(run -> field.of(run).orElse("")));
    }
  }

  private String value(Field field, ComparedRun run, boolean isNumeric) {
    String logged = field.of(run).orElse("");
    if (!isNumeric || logged.isEmpty()) {
      return logged;
    }
    return field.kind() == Field.Kind.METRICS ? digits.of(run.metrics().get(field.name())) : logged;
  }
}
