package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ChartTools;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.LineChart;
import io.drivetrain.webui.component.LineChart.Line;
import io.drivetrain.webui.component.SignificantDigits;
import io.drivetrain.webui.trackingrun.TrackingRun.LoggedMetric;
import java.time.Instant;
import java.util.List;

/** One metric of a run over time, with the table of its points behind a disclosure. */
class MetricChart extends Div {
  private final String key;
  private final SignificantDigits digits = new SignificantDigits(getLocale());
  private final Chart chart = new Chart();
  private final PointGrid table = new PointGrid();
  private final Div value = new Div();
  private List<LoggedMetric> points = List.of();

  MetricChart(String key) {
    this.key = key;
    addClassName("metric-chart");
    chart.setHeight("220px");
    value.addClassName("metric-value");
    Div head = new Div(new H3(key), value, new ChartTools(chart, key.replace('/', '-'), this::csv));
    head.addClassName("head");
    add(head, chart, new Details(getTranslation("drivers.table"), table));
  }

  void show(List<LoggedMetric> history, ChartBy by, Instant start) {
    points = history;
    value.setText(history.isEmpty() ? "" : digits.of(history.getLast().value()));
    List<List<Double>> drawn =
        history.stream()
            .filter(point -> Double.isFinite(point.value()))
            .map(point -> List.of(by.place(point, start), point.value()))
            .toList();
    List<Line> lines = List.of(new Line(key, 0, false, drawn));
    chart.show(
        getTranslation("trackingRun.charts.picture", key, history.size()),
        new LineChart(lines, "", by.type(), false).option());
    table.show(history);
  }

  private CsvText csv() {
    CsvText csv = new CsvText(List.of("step", "time", "value"));
    points.forEach(point -> csv.row(List.of(point.step(), point.time().toString(), point.value())));
    return csv;
  }
}
