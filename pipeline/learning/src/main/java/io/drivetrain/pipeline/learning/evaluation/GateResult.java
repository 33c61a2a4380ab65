package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.pipeline.learning.quality.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one gate said.
 *
 * @param gate its name: {@code test_r2}, {@code champion}, {@code slice brand}
 * @param comparison one sentence: what was measured and what was asked
 * @param details the numbers that were compared
 */
public record GateResult(
    String gate,
    Severity severity,
    boolean passed,
    String comparison,
    Map<String, Object> details) {

  public GateResult {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  String sentence() {
    return gate + ": " + comparison;
  }

  String failure() {
    return "Gate %s failed: %s".formatted(gate, comparison);
  }

  /** Whether it speaks against a promotion. */
  public boolean blocks() {
    return !passed && severity == Severity.ERROR;
  }
}
