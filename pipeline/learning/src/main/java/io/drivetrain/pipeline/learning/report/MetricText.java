package io.drivetrain.pipeline.learning.report;

import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.learning.page.Figures;

/** The values of metrics as people read them. */
final class MetricText {
  private MetricText() {}

  /**
   * @param unit of the target
   */
  static String shown(Metric metric, double value, String unit) {
    return switch (metric.scale()) {
      case PLAIN -> Figures.number(value);
      case TARGET -> (Figures.number(value) + " " + unit).strip();
      case SHARE -> Figures.percent(value);
      case DEVIATIONS -> Figures.number(value) + " sd";
    };
  }

  static String shownDifference(Metric metric, double difference, String unit) {
    String sign = difference > 0 ? "+" : "";
    return metric.scale() == Metric.Scale.SHARE
        ? sign + Figures.points(difference)
        : sign + shown(metric, difference, unit);
  }
}
