package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.FileLink;
import io.drivetrain.webui.component.Panel;
import java.util.List;

/** Names and values as a table in a panel that is hidden when there are none. */
class PairGrid extends Grid<PairGrid.Pair> {
  private static final int ROWS_WITHOUT_SCROLLING = 12;

  private final Panel panel;
  private List<Pair> pairs = List.of();

  record Pair(String name, String value) {}

  /**
   * @param title key of the text
   */
  PairGrid(String title, boolean numbers) {
    String text = UI.getCurrent().getTranslation(title);
    String id = title.substring(title.indexOf('.') + 1);
    panel = new Panel("run-" + id, text);
    panel.addToHead(FileLink.csv(id + ".csv", "CSV", this::csv));
    panel.add(this);
    panel.setVisible(false);
    addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    setSelectionMode(SelectionMode.NONE);
    getElement().setAttribute("aria-label", text);
    addColumn(Pair::name)
        .setHeader(getTranslation("trackingRun.name"))
        .setSortable(true)
        .setFlexGrow(1);
    addColumn(Pair::value)
        .setHeader(getTranslation("trackingRun.value"))
        .setTextAlign(numbers ? ColumnTextAlign.END : ColumnTextAlign.START)
        .setFlexGrow(1);
  }

  Panel panel() {
    return panel;
  }

  void show(List<Pair> next) {
    if (next.equals(pairs)) {
      return;
    }
    pairs = next;
    setItems(next);
    setAllRowsVisible(next.size() <= ROWS_WITHOUT_SCROLLING);
    if (next.size() > ROWS_WITHOUT_SCROLLING) {
      setHeight("26rem");
    }
    panel.setVisible(!next.isEmpty());
  }

  private CsvText csv() {
    CsvText csv = new CsvText(List.of("name", "value"));
    pairs.forEach(pair -> csv.row(List.of(pair.name(), pair.value())));
    return csv;
  }
}
