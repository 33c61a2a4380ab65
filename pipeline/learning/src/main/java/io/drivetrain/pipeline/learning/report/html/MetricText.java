package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.api.report.MetricReport;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.html.PageText;
import java.util.Optional;

/** Metrics as people read them: their names, and their values with a unit. */
final class MetricText {
  private final PageText text;
  private final NumberText numbers;
  private final String unit;

  /**
   * @param unit of the target
   */
  MetricText(PageText text, String unit) {
    this.text = text;
    this.numbers = text.numbers();
    this.unit = unit;
  }

  String label(MetricReport metric) {
    return text.find("metric_" + metric.metric()).orElse(metric.label());
  }

  String meaning(MetricReport metric) {
    return text.find("meaning_" + metric.metric())
        .or(() -> Metric.find(metric.metric()).map(Metric::meaning))
        .orElse("");
  }

  String shown(MetricReport metric, double value) {
    return scale(metric).map(scale -> shown(scale, value)).orElseGet(() -> numbers.number(value));
  }

  String difference(MetricReport metric, double difference) {
    String sign = difference > 0 ? "+" : "";
    return sign
        + scale(metric)
            .filter(scale -> scale == Metric.Scale.SHARE)
            .map(scale -> numbers.points(difference))
            .orElseGet(() -> shown(metric, difference));
  }

  private String shown(Metric.Scale scale, double value) {
    return switch (scale) {
      case PLAIN -> numbers.number(value);
      case TARGET -> numbers.amount(value, unit);
      case SHARE -> numbers.percent(value);
      case DEVIATIONS -> numbers.number(value) + " " + text.of("deviations");
    };
  }

  private static Optional<Metric.Scale> scale(MetricReport metric) {
    return Metric.find(metric.metric()).map(Metric::scale);
  }
}
