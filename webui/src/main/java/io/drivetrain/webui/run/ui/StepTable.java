package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.drivetrain.webui.client.Step;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.TimeFormat;
import java.util.List;

/** The numbers of the steps of a run. */
class StepTable extends Div {
  private final NativeTable table = new NativeTable();
  private final KeyedList<Step, Row> rows = new KeyedList<>(table.getBody(), Step::id, Row::new);

  StepTable() {
    table.setId("steps-table");
    NativeTableRow head = new NativeTableRow();
    for (String column : List.of("step", "state", "started", "waited", "ran", "attempts")) {
      NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("steps." + column));
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    table.getHead().add(head);
    addClassName("table-scroller");
    add(table);
  }

  void show(List<Step> steps, Timeline timeline, TimeFormat times) {
    rows.show(steps, (row, step) -> row.show(step, timeline, times));
  }

  private static final class Row extends NativeTableRow {
    private final NativeTableCell state = new NativeTableCell();
    private final NativeTableCell started = new NativeTableCell();
    private final NativeTableCell waited = new NativeTableCell();
    private final NativeTableCell ran = new NativeTableCell();
    private final NativeTableCell attempts = new NativeTableCell();

    Row(Step step) {
      add(new NativeTableCell(step.id()), state, started, waited, ran, attempts);
    }

    void show(Step step, Timeline timeline, TimeFormat times) {
      state.setText(getTranslation("stepState." + step.state()));
      started.setText(step.startedAt().map(times::clock).orElse(""));
      waited.setText(timeline.waited(step).map(times::lasting).orElse(""));
      ran.setText(timeline.ran(step).map(times::lasting).orElse(""));
      attempts.setText(step.attempt() == 0 ? "" : String.valueOf(step.attempt()));
    }
  }
}
