package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;

/** A table of a report: all of its rows, numbers at the end of their cells. */
public class ReportGrid<T> extends Grid<T> {

  /**
   * @param label of the table, for those who do not see it
   */
  public ReportGrid(String label, List<T> rows) {
    addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    setSelectionMode(SelectionMode.NONE);
    setAllRowsVisible(true);
    setItems(rows);
    getElement().setAttribute("aria-label", label);
  }

  public ReportGrid<T> text(String key, String width, ValueProvider<T, String> text) {
    addColumn(text).setKey(key).setHeader(getTranslation(key)).setWidth(width).setFlexGrow(1);
    return this;
  }

  public ReportGrid<T> number(String key, ValueProvider<T, String> text) {
    addColumn(text)
        .setKey(key)
        .setHeader(getTranslation(key))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true)
        .setFlexGrow(0);
    return this;
  }

  public ReportGrid<T> component(String key, String width, ValueProvider<T, Component> cell) {
    addComponentColumn(cell)
        .setKey(key)
        .setHeader(getTranslation(key))
        .setWidth(width)
        .setFlexGrow(0);
    return this;
  }
}
