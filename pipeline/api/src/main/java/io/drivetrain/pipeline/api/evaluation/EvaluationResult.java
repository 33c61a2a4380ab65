package io.drivetrain.pipeline.api.evaluation;

import io.drivetrain.pipeline.api.gate.GateSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the evaluation of a challenger produced.
 *
 * @param metrics of the challenger on the hold-out, by name
 * @param championVersion the version that it was compared with; "" for none
 * @param gates in the order in which they were evaluated
 * @param warnings one sentence for each gate of severity warn that did not pass
 */
public record EvaluationResult(
    Map<String, Double> metrics,
    Optional<String> championVersion,
    List<GateSummary> gates,
    List<String> warnings) {

  public EvaluationResult {
    metrics =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(Objects.requireNonNullElse(metrics, Map.of())));
    gates = gates == null ? List.of() : List.copyOf(gates);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
