package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.History;
import io.drivetrain.webui.comparison.MetricPoint;
import io.drivetrain.webui.comparison.Smoothing;
import io.drivetrain.webui.component.LineChart;
import io.drivetrain.webui.component.LineChart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Histories of a metric as lines; behind a smoothed line stands what was logged.
 *
 * @param log the scale of the metric is logarithmic: only what is above 0 is drawn
 * @param axisName what the horizontal axis says
 */
record HistoryOption(
    List<History> histories, HistoryAxis by, Smoothing smoothing, boolean log, String axisName) {

  /** How many points have a value that cannot be drawn. */
  long undrawn() {
    return histories.stream()
        .flatMap(history -> history.points().stream())
        .filter(point -> !isDrawn(point))
        .count();
  }

  Map<String, Object> map() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      History history = histories.get(i);
      if (smoothing.weight() > 0) {
        lines.add(line(history, history.points(), i, true));
      }
      lines.add(line(history, smoothing.of(history.points()), i, false));
    }
    return new LineChart(lines, axisName, by.type(), log).option();
  }

  private Line line(History history, List<MetricPoint> points, int color, boolean faint) {
    return new Line(
        history.run().name(),
        color,
        faint,
        points.stream()
            .filter(this::isDrawn)
            .map(point -> List.of(by.place(history, point), point.value()))
            .toList());
  }

  private boolean isDrawn(MetricPoint point) {
    return Double.isFinite(point.value()) && (!log || point.value() > 0);
  }
}
