package io.drivetrain.pipeline.learning.evaluation;

import java.util.List;
import java.util.Map;

/**
 * The file {@code gates.json}.
 *
 * @param championVersion "" when no model was in production
 * @param championMetrics on the same hold-out; empty when it could not be compared
 * @param notes what a reader should know of the comparison
 */
record GateReport(
    boolean passed,
    String championVersion,
    Map<String, Double> championMetrics,
    List<String> notes,
    List<GateResult> gates) {
  static GateReport of(Champion champion, GateVerdict verdict) {
    boolean passed = verdict.passed();
    List<GateResult> results = verdict.gates();
    return switch (champion) {
      case Champion.None none ->
          new GateReport(
              passed, none.version(), Map.of(), List.of("There was no champion."), results);
      case Champion.Unusable unusable ->
          new GateReport(passed, unusable.version(), Map.of(), List.of(unusable.reason()), results);
      case Champion.Compared compared ->
          new GateReport(
              passed,
              compared.version(),
              compared.metrics().byName(),
              List.of(compared.note()),
              results);
    };
  }
}
