package io.drivetrain.pipeline.api.evaluation;

import io.drivetrain.pipeline.api.gate.GateResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code evaluation/gates.json}.
 *
 * @param championVersion "" when no model was in production
 * @param championMetrics on the same hold-out; empty when it could not be compared
 * @param notes what a reader should know of the comparison
 */
public record EvaluationGates(
    boolean passed,
    String championVersion,
    Map<String, Double> championMetrics,
    List<String> notes,
    List<GateResult> gates) {

  public EvaluationGates {
    championMetrics =
        championMetrics == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(championMetrics));
    notes = notes == null ? List.of() : List.copyOf(notes);
    gates = gates == null ? List.of() : List.copyOf(gates);
  }
}
