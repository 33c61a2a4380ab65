package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.comparison.Surface;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ChartTools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A number of the runs as a surface over two others: where it is high, and where nobody looked. */
class ContourTab extends Div {
  private static final int LEAST_RUNS = 4;

  private final Selection selection;
  private final Axes axes;
  private final RunsTable table;
  private final Chart chart = new Chart();
  private final Paragraph note = new Paragraph();
  private final FieldBox x;
  private final FieldBox y;
  private final FieldBox z;

  /**
   * @param table shows the numbers of the chart
   */
  ContourTab(Selection selection, Axes axes, RunsTable table) {
    this.selection = selection;
    this.axes = axes;
    this.table = table;
    List<Field> telling = axes.telling().stream().filter(axes.numbers()::contains).toList();
    x = box("compare.x", "x", telling.stream().findFirst());
    y = box("compare.y", "y", telling.stream().skip(1).findFirst());
    z = box("compare.z", "z", telling.reversed().stream().findFirst());
    chart.setId("contour");
    chart.setHeight("460px");
    chart.useCanvas();
    note.addClassName("quiet");
    Div controls =
        new Div(x, y, z, new ChartTools(chart, "contour", () -> RunsCsv.of(shown(), fields())));
    controls.addClassName("chart-controls");
    add(controls, chart, note);
    draw();
    selection.onChange(this::draw);
  }

  private FieldBox box(String label, String name, Optional<Field> first) {
    return new FieldBox(
        getTranslation(label), name, selection.choices(), axes.numbers(), first, this::draw);
  }

  private List<Field> fields() {
    return Stream.of(x, y, z).flatMap(box -> box.chosen().stream()).distinct().toList();
  }

  private List<ComparedRun> shown() {
    return selection.runs().stream()
        .filter(run -> fields().stream().allMatch(field -> field.numberOf(run).isPresent()))
        .toList();
  }

  private void draw() {
    List<ComparedRun> shown = shown();
    boolean isDrawn = fields().size() == 3 && shown.size() >= LEAST_RUNS;
    chart.setVisible(isDrawn);
    if (!isDrawn) {
      note.setText(getTranslation("compare.contour.tooFew", LEAST_RUNS));
      return;
    }
    Surface surface =
        Surface.through(
            shown, x.chosen().orElseThrow(), y.chosen().orElseThrow(), z.chosen().orElseThrow());
    chart.show(
        getTranslation("compare.contour.picture", shown.size(), z.chosen().get().name()),
        new ContourOption(surface, axes.of(z.chosen().get())).map());
    int missing = selection.runs().size() - shown.size();
    note.setText(
        getTranslation("compare.contour.note")
            + (missing > 0 ? " " + getTranslation("compare.missing", missing) : ""));
    table.show(fields());
  }
}
