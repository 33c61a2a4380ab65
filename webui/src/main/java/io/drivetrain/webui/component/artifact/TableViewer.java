package io.drivetrain.webui.component.artifact;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** A CSV file as a table. */
class TableViewer extends Div {
  private static final int MAX_COLUMNS = 50;
  private static final int ROWS_WITHOUT_SCROLLING = 12;

  TableViewer(String name, String text) {
    List<List<String>> rows = CsvRows.read(text);
    List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
    List<List<String>> body = rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
    Grid<List<String>> grid = new Grid<>();
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", name);
    for (int i = 0; i < Math.min(header.size(), MAX_COLUMNS); i++) {
      int column = i;
      grid.addColumn(row -> column < row.size() ? row.get(column) : "")
          .setHeader(header.get(i))
          .setAutoWidth(true)
          .setResizable(true);
    }
    grid.setItems(body);
    grid.setAllRowsVisible(body.size() <= ROWS_WITHOUT_SCROLLING);
    if (body.size() > ROWS_WITHOUT_SCROLLING) {
      grid.setHeight("26rem");
    }
    add(grid);
    if (header.size() > MAX_COLUMNS) {
      Paragraph note =
          new Paragraph(getTranslation("artifact.columns", MAX_COLUMNS, header.size()));
      note.addClassName("quiet");
      add(note);
    }
  }
}
