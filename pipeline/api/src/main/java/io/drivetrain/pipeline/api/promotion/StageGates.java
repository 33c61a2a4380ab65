package io.drivetrain.pipeline.api.promotion;

import io.drivetrain.pipeline.api.gate.GateResult;
import java.util.List;

/**
 * The files {@code validation/gates.json} and {@code deployment/gates.json}.
 *
 * @param version that was measured
 */
public record StageGates(boolean passed, String version, List<GateResult> gates) {

  public StageGates {
    gates = gates == null ? List.of() : List.copyOf(gates);
  }
}
