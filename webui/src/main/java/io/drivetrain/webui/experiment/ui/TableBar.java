package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.webui.experiment.RunColumn;
import io.drivetrain.webui.experiment.RunTable;
import io.drivetrain.webui.experiment.RunTableReading;
import io.drivetrain.webui.savedview.SavedViewService;
import java.util.List;
import java.util.function.Consumer;

/** How many runs a table has, and what can be done with all of it. */
class TableBar extends Div {
  private static final String CSV = "run-tables/runs.csv";

  private final Span count = new Span();
  private final Anchor csv = new Anchor();
  private RunTableReading reading = RunTableReading.NONE;
  private RunTable table = RunTable.ALL;

  /**
   * @param onColumns gets the columns that somebody chose; none: the usual ones
   */
  TableBar(SavedViewService views, Consumer<List<RunColumn>> onColumns) {
    addClassNames("line", "tools");
    count.setId("run-count");
    count.getElement().setAttribute("role", "status");
    Button columns = new Button(getTranslation("columns"), VaadinIcon.GRID_H.create());
    columns.setId("choose-columns");
    columns.addClickListener(
        click -> new ColumnDialog(reading.fields(), table.columns(), onColumns).open());
    csv.setId("runs-csv");
    csv.setText(getTranslation("runTable.csv"));
    csv.setRouterIgnore(true);
    Button saved = new Button(getTranslation("views"), VaadinIcon.BOOKMARK_O.create());
    saved.setId("saved-views");
    saved.addClickListener(click -> new SavedViewsDialog(views, table).open());
    add(count, columns, saved, csv);
  }

  /**
   * @param shown with the columns that are shown
   */
  void show(RunTableReading read, RunTable shown) {
    reading = read;
    table = shown;
    csv.setHref(CSV + "?" + new QueryParameters(shown.parameters()).getQueryString());
    showCount(read.count());
  }

  void showCount(long runs) {
    count.setText(getTranslation("runTable.count", runs));
    csv.setVisible(runs > 0);
  }
}
