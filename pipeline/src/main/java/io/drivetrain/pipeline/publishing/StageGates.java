package io.drivetrain.pipeline.publishing;

import io.drivetrain.pipeline.evaluation.GateResult;
import io.drivetrain.pipeline.evaluation.GateVerdict;
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
