package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One prediction is fast enough, in 95 of 100 calls. The step {@code validate-staging} measures the
 * staged model in its own process, {@code promote-production} the serving endpoint when one is
 * configured. Bounds should be generous: a machine may be busy.
 *
 * @param p95Millis of a prediction in the process: reading the row and predicting; absent: 50
 * @param servedP95Millis of a call of the serving endpoint with one row; absent: 1000
 * @param calls that are measured, after as many to warm up; absent: 100
 */
public record LatencyGate(
    Double p95Millis, Double servedP95Millis, Integer calls, Severity severity) implements Gate {
  public LatencyGate {
    severity = Gate.orError(severity);
    p95Millis = Objects.requireNonNullElse(p95Millis, 50.0);
    servedP95Millis = Objects.requireNonNullElse(servedP95Millis, 1000.0);
    calls = Objects.requireNonNullElse(calls, 100);
    if (!(p95Millis > 0 && servedP95Millis > 0)) {
      throw new IllegalArgumentException("p95Millis and servedP95Millis must be above 0");
    }
    if (calls < 20) {
      throw new IllegalArgumentException("calls must be at least 20: 1 in 20 may be slower");
    }
  }

  /** Those of a definition. */
  public static List<LatencyGate> among(List<Gate> gates) {
    return gates.stream()
        .filter(LatencyGate.class::isInstance)
        .map(LatencyGate.class::cast)
        .toList();
  }

  /** Judges calls that were measured, against one of the two bounds. */
  public GateResult judge(GateDetails.Latency latency) {
    boolean passed = latency.p95Millis() <= latency.allowedMillis();
    String comparison =
        String.format(
            Locale.ROOT,
            "the 95th percentile %.3f ms is %s the maximum %.3f ms",
            latency.p95Millis(),
            passed ? "within" : "above",
            latency.allowedMillis());
    return new GateResult("latency", severity, passed, comparison, latency);
  }
}
