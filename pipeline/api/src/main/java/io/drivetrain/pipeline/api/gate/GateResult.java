package io.drivetrain.pipeline.api.gate;

import io.drivetrain.pipeline.api.quality.Severity;

/**
 * The result of one gate, as the files {@code gates.json} keep it.
 *
 * @param gate its name: {@code test_r2}, {@code champion}, {@code slice brand}
 * @param comparison one sentence: the measured value and its bound
 * @param details the numbers that were compared
 */
public record GateResult(
    String gate, Severity severity, boolean passed, String comparison, GateDetails details) {

  public GateResult {
    details = details == null ? new GateDetails.None() : details;
  }

  /** Whether it keeps the model from being promoted. */
  public boolean blocks() {
    return !passed && severity == Severity.ERROR;
  }

  public String sentence() {
    return gate + ": " + comparison;
  }

  /** Why it failed, as a sentence without its full stop. */
  public String failure() {
    return "Gate %s failed: %s".formatted(gate, comparison);
  }

  public GateSummary summary() {
    return new GateSummary(gate, passed, comparison);
  }
}
