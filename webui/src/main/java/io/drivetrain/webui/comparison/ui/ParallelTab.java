package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.comparison.Range;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ChartTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Parallel coordinates; brushing an axis narrows the page to the runs in the brushed ranges. */
class ParallelTab extends Div {
  static final String AXIS = "axis";
  private static final String COLOR = "color";
  private static final int AXIS_PIXELS = 104;
  private static final int MANY_LINES = 150;

  private final Selection selection;
  private final Axes axes;
  private final Chart chart = new Chart();
  private final MultiSelectComboBox<Field> shown = new MultiSelectComboBox<>();
  private final FieldBox color;
  private final Consumer<List<Field>> onAxes;
  private List<Axis> drawn = List.of();

  /**
   * @param onAxes called with the axes that are shown
   */
  ParallelTab(Selection selection, Axes axes, Consumer<List<Field>> onAxes) {
    this.selection = selection;
    this.axes = axes;
    this.onAxes = onAxes;
    Choices choices = selection.choices();
    color =
        new FieldBox(
            getTranslation("compare.color"),
            COLOR,
            choices,
            axes.fields(),
            axes.telling().reversed().stream().findFirst(),
            this::draw);
    color.setClearButtonVisible(true);
    shown.setLabel(getTranslation("compare.axes"));
    shown.setId("choose-axes");
    shown.setItems(axes.fields());
    shown.setItemLabelGenerator(Field::name);
    shown.setValue(first(choices));
    shown.addClassName("wide");
    shown.addValueChangeListener(change -> {
      choices.chooseFields(AXIS, shownFields());
      draw();
    });
    Div controls =
        new Div(
            shown,
            color,
            new ChartTools(chart, "parallel", () -> RunsCsv.of(selection.all(), shownFields())));
    controls.addClassName("chart-controls");
    chart.setId("parallel");
    chart.setHeight("420px");
    if (selection.all().size() > MANY_LINES) {
      chart.useCanvas();
    }
    chart.addBrushListener(this::brushed);
    Div scroller = new Div(chart);
    scroller.addClassName("chart-scroller");
    Paragraph hint = new Paragraph(getTranslation("compare.brush.hint"));
    hint.addClassName("quiet");
    add(controls, hint, scroller);
    draw();
    selection.onChange(this::mark);
  }

  private List<Field> first(Choices choices) {
    List<Field> asked = choices.fields(AXIS).stream().filter(axes.fields()::contains).toList();
    return asked.isEmpty() ? axes.telling() : asked;
  }

  /** In the order of fields: parameters before metrics. */
  private List<Field> shownFields() {
    return shown.getValue().stream().sorted().toList();
  }

  private void draw() {
    drawn = shownFields().stream().map(axes::of).toList();
    chart.getStyle().setMinWidth(drawn.size() * AXIS_PIXELS + "px");
    chart.setVisible(drawn.size() > 1);
    Optional<Field> colored = color.chosen();
    chart.show(
        getTranslation("compare.parallel.picture", selection.all().size(), drawn.size()),
        new ParallelOption(drawn, colored, selection.all()).map());
    mark();
    onAxes.accept(shownFields());
  }

  private void mark() {
    chart.brush(drawn.stream().map(axis -> ranges(axis.field())).toList());
  }

  private List<double[]> ranges(Field field) {
    return selection.narrowing().ranges().stream()
        .filter(range -> range.field().equals(field))
        .map(range -> new double[] {range.low(), range.high()})
        .toList();
  }

  private void brushed(List<List<double[]>> brushed) {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < Math.min(drawn.size(), brushed.size()); i++) {
      Field field = drawn.get(i).field();
      brushed.get(i).forEach(pair -> ranges.add(new Range(field, pair[0], pair[1])));
    }
    List<Field> fields = drawn.stream().map(Axis::field).toList();
    selection.narrow(selection.narrowing().replacing(fields, ranges));
  }
}
