package io.drivetrain.pipeline.api.promotion;

import io.drivetrain.pipeline.api.gate.GateSummary;
import java.util.List;

/**
 * What the validation of a staged version produced.
 *
 * @param golden how many golden records there are
 * @param goldenPassed how many of them are predicted plausibly
 * @param predictionsThatDiffer golden records that are not predicted with the same bits in every
 *     way of predicting
 * @param gates in the order in which they were evaluated
 * @param warnings one sentence for each gate of severity warn that did not pass
 */
public record ValidationResult(
    int golden,
    long goldenPassed,
    long predictionsThatDiffer,
    List<GateSummary> gates,
    List<String> warnings) {

  public ValidationResult {
    gates = gates == null ? List.of() : List.copyOf(gates);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
