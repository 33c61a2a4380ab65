package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ChartTools;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.SignificantDigits;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How a number spreads among the runs that share a value of another field. */
class BoxTab extends Div {
  private final Selection selection;
  private final SignificantDigits digits = new SignificantDigits(getLocale());
  private final Chart chart = new Chart();
  private final Grid<Box> table = new Grid<>();
  private final FieldBox number;
  private final FieldBox group;
  private List<Box> boxes = List.of();

  BoxTab(Selection selection, Axes axes) {
    this.selection = selection;
    List<Field> telling = axes.telling();
    Choices choices = selection.choices();
    number =
        new FieldBox(
            getTranslation("compare.y"),
            "y",
            choices,
            axes.numbers(),
            telling.reversed().stream().filter(axes.numbers()::contains).findFirst(),
            this::draw);
    group =
        new FieldBox(
            getTranslation("compare.group"),
            "group",
            choices,
            axes.fields().stream().filter(field -> field.kind() == Field.Kind.PARAMS).toList(),
            telling.stream().filter(field -> field.kind() == Field.Kind.PARAMS).findFirst(),
            this::draw);
    group.setClearButtonVisible(true);
    chart.setId("box");
    chart.setHeight("360px");
    Div controls = new Div(number, group, new ChartTools(chart, "box", this::csv));
    controls.addClassName("chart-controls");
    add(controls, chart, columns());
    draw();
    selection.onChange(this::draw);
  }

  private Grid<Box> columns() {
    table.addThemeVariants(GridVariant.NO_BORDER);
    table.setSelectionMode(Grid.SelectionMode.NONE);
    table.setAllRowsVisible(true);
    table.getElement().setAttribute("aria-label", getTranslation("compare.chart.box"));
    table.addColumn(Box::group).setHeader(getTranslation("compare.group")).setFlexGrow(1);
    column("compare.box.count", box -> box.quartiles().count());
    column("compare.box.least", box -> box.quartiles().least());
    column("compare.box.lower", box -> box.quartiles().lower());
    column("compare.box.median", box -> box.quartiles().median());
    column("compare.box.upper", box -> box.quartiles().upper());
    column("compare.box.greatest", box -> box.quartiles().greatest());
    return table;
  }

  private void column(String header, ToDoubleFunction<Box> value) {
    table
        .addColumn(box -> digits.of(value.applyAsDouble(box)))
        .setHeader(getTranslation(header))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true)
        .setFlexGrow(0);
  }

  private void draw() {
    Optional<Field> measured = number.chosen();
    chart.setVisible(measured.isPresent());
    boxes =
        measured.map(field -> Box.of(selection.runs(), field, group.chosen())).orElse(List.of());
    table.setItems(boxes);
    measured.ifPresent(field ->
        chart.show(
            getTranslation("compare.box.picture", field.name(), boxes.size()),
            Box.option(boxes, field.name())));
  }

  private CsvText csv() {
    return Box.csv(boxes);
  }
}
