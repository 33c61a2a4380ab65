package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.prediction.batch.Batch;
import io.drivetrain.webui.prediction.batch.Batch.Result;
import io.drivetrain.webui.prediction.batch.CsvTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file: how it was read, the way to predict it, how far that is, and what came of it. */
class BatchPanel extends Div {
  private static final int ROWS_OF_PREVIEW = 5;

  /** Rows between two messages to the page. */
  private static final int PART = 250;

  private final Batch batch;
  private final String name;
  private final Button start = new Button(getTranslation("batch.start"), click -> start());
  private final Button stop = new Button(getTranslation("batch.cancel"), click -> cancel());
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph progress = new Paragraph();
  private final Div results = new Div();
  private volatile boolean isCancelled;

  BatchPanel(String name, Batch batch) {
    this.batch = batch;
    this.name = name;
    addClassName("batch");
    start.setId("batch-start");
    start.addThemeVariants(ButtonVariant.PRIMARY);
    stop.setId("batch-cancel");
    stop.setVisible(false);
    bar.setVisible(false);
    progress.setId("batch-progress");
    progress.getElement().setAttribute("role", "status");
    Div actions = new Div(start, stop);
    actions.addClassName("line");
    Panel preview = new Panel("batch-preview", name);
    preview.add(about(), table(), actions, bar, progress);
    add(preview, results);
  }

  /** Ends the work after the row that is being predicted. */
  final void cancel() {
    isCancelled = true;
  }

  private Component about() {
    CsvTable table = batch.table();
    Div about =
        new Div(
            new Paragraph(
                getTranslation(
                    "batch.about",
                    table.rows().size(),
                    table.charset(),
                    table.delimiter() == '\t' ? getTranslation("batch.tab") : table.delimiter())));
    if (!batch.unknown().isEmpty()) {
      about.add(new Paragraph(getTranslation("batch.unknown", String.join(", ", batch.unknown()))));
    }
    if (!batch.absent().isEmpty()) {
      Paragraph absent =
          new Paragraph(getTranslation("batch.absent", String.join(", ", batch.absent())));
      absent.addClassName("warning-box");
      about.add(absent);
    }
    return about;
  }

  private Component table() {
    NativeTable table = new NativeTable();
    table.getHead().add(new NativeTableRow(headers(batch.table().header())));
    batch.table().rows().stream()
        .limit(ROWS_OF_PREVIEW)
        .forEach(line ->
            table
                .getBody()
                .add(
                    new NativeTableRow(
                        line.cells().stream()
                            .map(NativeTableCell::new)
                            .toArray(NativeTableCell[]::new))));
    Div scroller = new Div(table);
    scroller.addClassName("table-scroller");
    return scroller;
  }

  private static NativeTableHeaderCell[] headers(List<String> names) {
    return names.stream()
        .map(text -> {
          NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
          cell.getElement().setAttribute("scope", "col");
          return cell;
        })
        .toArray(NativeTableHeaderCell[]::new);
  }

  private void start() {
    UI page = UI.getCurrent();
    isCancelled = false;
    start.setEnabled(false);
    stop.setVisible(true);
    bar.setVisible(true);
    results.removeAll();
    show(0);
    Thread.ofVirtual()
        .name("batch-" + page.getUIId())
        .start(() -> {
          List<Result> all =
              batch.predict(
                  () -> isCancelled,
                  done -> {
                    if (done % PART == 0) {
                      page.access(() -> show(done));
                    }
                  });
          page.access(() -> end(all));
        });
  }

  private void show(int done) {
    bar.setValue((double) done / batch.table().rows().size());
    progress.setText(getTranslation("batch.progress", done, batch.table().rows().size()));
  }

  private void end(List<Result> all) {
    start.setEnabled(true);
    stop.setVisible(false);
    bar.setVisible(false);
    long predicted = all.stream().map(Result::prediction).flatMap(Optional::stream).count();
    String said =
        getTranslation(
            all.size() < batch.table().rows().size() ? "batch.cancelled" : "batch.done",
            predicted,
            all.size() - predicted,
            batch.table().rows().size() - all.size());
    progress.setText(said);
    results.add(new BatchResults(name, batch, all));
  }

  /** What a test waits for. */
  Stream<Component> shownResults() {
    return results.getChildren();
  }
}
