package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.engine.definition.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A metric of the hold-out lies within bounds, both included.
 *
 * @param metric its name in the registry, of the task of the definition, such as {@code test_r2} or
 *     {@code test_log_loss}
 * @param min absent: no bound
 * @param max absent: no bound
 */
public record MetricGate(String metric, Double min, Double max, Severity severity)
    implements AnyTaskGate {
  public MetricGate {
    severity = Gate.orError(severity);
    Objects.requireNonNull(metric, "a metric gate needs a metric");
    if (Metric.find(metric).isEmpty()) {
      List<String> known = Arrays.stream(Metric.values()).map(Metric::key).toList();
      throw new IllegalArgumentException(
          "there is no metric '%s'; %s".formatted(metric, Suggestion.among(known, metric)));
    }
    if (min == null && max == null) {
      throw new IllegalArgumentException("the gate of " + metric + " needs min or max");
    }
  }

  @Override
  public boolean asks(Task task) {
    return Metric.keys(task).contains(metric);
  }

  @Override
  public GateResult ask(HoldOutMetrics metrics, Champion champion) {
    double value = metrics.byName().getOrDefault(metric, Double.NaN);
    boolean aboveMin = min == null || value >= min;
    boolean belowMax = max == null || value <= max;
    return new GateResult(
        metric,
        severity,
        aboveMin && belowMax,
        String.format(Locale.ROOT, "%.4f is %s", value, comparison(value)),
        new GateDetails.Metric(value, Optional.ofNullable(min), Optional.ofNullable(max)));
  }

  private String comparison(double value) {
    if (Double.isNaN(value)) {
      return "not a number";
    }
    if (min != null && value < min) {
      return "below the minimum " + min;
    }
    if (max != null && value > max) {
      return "above the maximum " + max;
    }
    if (min == null) {
      return "within the maximum " + max;
    }
    return max == null ? "not below the minimum " + min : "between " + min + " and " + max;
  }
}
