package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ChartTools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One field of the runs over another one. */
class ScatterTab extends Div {
  private final Selection selection;
  private final Axes axes;
  private final Chart chart = new Chart();
  private final Paragraph note = new Paragraph();
  private final FieldBox x;
  private final FieldBox y;
  private final FieldBox color;
  private final RunsTable table;

  /**
   * @param table shows the numbers of the chart
   */
  ScatterTab(Selection selection, Axes axes, RunsTable table) {
    this.selection = selection;
    this.axes = axes;
    this.table = table;
    List<Field> telling = axes.telling();
    Optional<Field> metric = telling.reversed().stream().findFirst();
    x = box("compare.x", "x", telling.stream().findFirst());
    y = box("compare.y", "y", metric);
    color = box("compare.color", "color", Optional.empty());
    color.setClearButtonVisible(true);
    chart.setId("scatter");
    chart.setHeight("420px");
    note.addClassName("quiet");
    Div controls =
        new Div(x, y, color, new ChartTools(chart, "scatter", () -> RunsCsv.of(shown(), fields())));
    controls.addClassName("chart-controls");
    add(controls, chart, note);
    draw();
    selection.onChange(this::draw);
  }

  private FieldBox box(String label, String name, Optional<Field> first) {
    return new FieldBox(
        getTranslation(label), name, selection.choices(), axes.fields(), first, this::draw);
  }

  private List<Field> fields() {
    return Stream.of(x, y, color).flatMap(box -> box.chosen().stream()).distinct().toList();
  }

  private List<ComparedRun> shown() {
    return selection.runs().stream()
        .filter(run -> fields().stream().allMatch(field -> axes.of(field).place(run).isPresent()))
        .toList();
  }

  private void draw() {
    boolean isChosen = x.chosen().isPresent() && y.chosen().isPresent();
    chart.setVisible(isChosen);
    if (!isChosen) {
      note.setText(getTranslation("compare.choose"));
      return;
    }
    List<ComparedRun> shown = shown();
    chart.show(
        getTranslation(
            "compare.scatter.picture",
            shown.size(),
            x.chosen().get().name(),
            y.chosen().get().name()),
        new ScatterOption(
                axes.of(x.chosen().get()),
                axes.of(y.chosen().get()),
                color.chosen().map(axes::of),
                shown)
            .map());
    int missing = selection.runs().size() - shown.size();
    note.setText(missing > 0 ? getTranslation("compare.missing", missing) : "");
    table.show(fields());
  }
}
