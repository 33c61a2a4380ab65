package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.learning.evaluation.GateResult;
import io.drivetrain.pipeline.learning.evaluation.GateVerdict;
import java.util.List;

/**
 * The files {@code validation/gates.json} and {@code deployment/gates.json}.
 *
 * @param version that was held against the gates
 */
record StageGates(boolean passed, String version, List<GateResult> gates) {
  static StageGates of(String version, GateVerdict verdict) {
    return new StageGates(verdict.passed(), version, verdict.gates());
  }
}
