package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.IntegerSlider;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.ComparisonService;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.comparison.History;
import io.drivetrain.webui.comparison.Smoothing;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ChartTools;
import io.drivetrain.webui.component.ConnectionNotice;
import java.util.List;
import java.util.Optional;

/** How a metric went in the runs that are looked at. */
class HistoryTab extends Div {
  private static final String BY = "by";
  private static final String SMOOTHING = "smoothing";
  private static final String LOG = "log";
  private static final int MANY_LINES = 40;

  private final ComparisonService service;
  private final Selection selection;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final Chart chart = new Chart();
  private final HistoryTable table = new HistoryTable();
  private final Paragraph note = new Paragraph();
  private final FieldBox metric;
  private final Select<HistoryAxis> by = new Select<>();
  private final IntegerSlider smoothing;
  private final Checkbox log = new Checkbox();
  private List<History> histories = List.of();

  HistoryTab(ComparisonService service, Selection selection, Axes axes) {
    this.service = service;
    this.selection = selection;
    List<Field> metrics = axes.metrics();
    Optional<Field> first = metrics.stream().filter(axes.telling()::contains).findFirst();
    metric =
        new FieldBox(
            getTranslation("compare.metric"),
            "metric",
            selection.choices(),
            metrics,
            first.or(() -> metrics.stream().findFirst()),
            this::read);
    smoothing = new IntegerSlider(getTranslation("compare.smoothing"), 0, 99);
    chart.setId("history");
    chart.setHeight("420px");
    if (selection.all().size() > MANY_LINES) {
      chart.useCanvas();
    }
    note.addClassName("quiet");
    add(connection, controls(), chart, note, table);
    read();
    selection.onChange(this::read);
  }

  private Div controls() {
    Choices choices = selection.choices();
    by.setId("history-axis");
    by.setLabel(getTranslation("compare.by"));
    by.setItems(HistoryAxis.values());
    by.setItemLabelGenerator(axis -> getTranslation("compare.by." + axis));
    by.setValue(HistoryAxis.of(choices.one(BY)));
    by.addValueChangeListener(change -> {
      choices.choose(BY, change.getValue().key());
      draw();
    });
    smoothing.setValue(percent(choices.one(SMOOTHING)));
    smoothing.addValueChangeListener(change -> {
      choices.choose(SMOOTHING, change.getValue() == 0 ? "" : change.getValue().toString());
      draw();
    });
    log.setId("log-scale");
    log.setLabel(getTranslation("compare.log"));
    log.setValue(choices.has(LOG));
    log.addValueChangeListener(change -> {
      choices.choose(LOG, change.getValue() ? "1" : "");
      draw();
    });
    Div controls =
        new Div(
            metric,
            by,
            smoothing,
            log,
            new ChartTools(chart, "history", () -> HistoryTable.csv(histories)));
    controls.addClassName("chart-controls");
    return controls;
  }

  private static int percent(Optional<String> text) {
    return text.filter(number -> number.matches("[0-9]{1,2}")).map(Integer::valueOf).orElse(0);
  }

  private List<ComparedRun> asked() {
    List<ComparedRun> runs = selection.runs();
    return runs.subList(0, Math.min(runs.size(), ComparisonService.MAX_HISTORIES));
  }

  private void read() {
    connection.hide();
    try {
      histories =
          metric.chosen().map(field -> service.histories(asked(), field.name())).orElse(List.of());
    } catch (ServiceCallException failure) {
      connection.show(failure);
      return; // what was read last stays
    }
    draw();
  }

  private void draw() {
    HistoryOption option =
        new HistoryOption(
            histories,
            by.getValue(),
            new Smoothing(smoothing.getValue() / 100.0),
            log.getValue(),
            getTranslation("compare.by." + by.getValue()));
    String name = metric.chosen().map(Field::name).orElse("");
    chart.setVisible(!histories.isEmpty());
    chart.show(getTranslation("compare.history.picture", name, histories.size()), option.map());
    table.show(histories);
    note.setText(said(option));
  }

  private String said(HistoryOption option) {
    StringBuilder said = new StringBuilder();
    int runs = selection.runs().size();
    if (runs > ComparisonService.MAX_HISTORIES) {
      said.append(getTranslation("compare.history.first", ComparisonService.MAX_HISTORIES, runs));
    }
    int without = asked().size() - histories.size();
    if (without > 0) {
      said.append(' ').append(getTranslation("compare.history.without", without));
    }
    if (option.undrawn() > 0) {
      said.append(' ').append(getTranslation("compare.history.undrawn", option.undrawn()));
    }
    return said.toString().strip();
  }
}
