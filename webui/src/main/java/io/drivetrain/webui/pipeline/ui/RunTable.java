package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import java.util.List;

/** The latest runs of a pipeline, latest first. */
class RunTable extends Section {
  private final NativeTable table = new NativeTable();
  private final Paragraph empty = new Paragraph(getTranslation("runs.empty"));
  private final Div scroller = new Div(table);
  private final KeyedList<Run, Row> rows = new KeyedList<>(table.getBody(), Run::id, Row::new);

  RunTable() {
    setId("runs");
    addClassName("card");
    NativeTableRow head = new NativeTableRow();
    for (String column : List.of("state", "triggered", "lasted", "trigger", "note")) {
      NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("runs." + column));
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    table.getHead().add(head);
    scroller.addClassName("table-scroller");
    empty.addClassName("quiet");
    setVisible(false);
    add(new H2(getTranslation("runs.title")), empty, scroller);
  }

  void show(List<Run> runs, TimeFormat times) {
    empty.setVisible(runs.isEmpty());
    scroller.setVisible(!runs.isEmpty());
    rows.show(runs, (row, run) -> row.show(run, times));
  }

  private static final class Row extends NativeTableRow {
    private final StateBadge state = new StateBadge();
    private final NativeTableCell lasted = new NativeTableCell();
    private final Anchor link = new Anchor();
    private final NativeTableCell trigger = new NativeTableCell();

    Row(Run run) {
      link.setHref(PageLink.run(run.id()));
      add(
          new NativeTableCell(state),
          new NativeTableCell(link),
          lasted,
          trigger,
          new NativeTableCell(run.note()));
    }

    void show(Run run, TimeFormat times) {
      RunTexts texts = new RunTexts(getLocale(), times);
      state.show(run.state());
      link.setText(times.at(run.createdAt()));
      lasted.setText(texts.lasting(run));
      trigger.setText(texts.trigger(run));
    }
  }
}
