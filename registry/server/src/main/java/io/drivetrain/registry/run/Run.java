package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.Empty;

/**
 * A run on the wire.
 *
 * @param inputs always there and, until data sets are logged, empty
 * @param outputs likewise, but null for a run that was just created: MLflow leaves it out there
 */
public record Run(RunInfo info, RunData data, Empty inputs, Empty outputs) {
  static Run created(RunInfo info, RunData data) {
    return new Run(info, data, new Empty(), null);
  }

  static Run found(RunInfo info, RunData data) {
    return new Run(info, data, new Empty(), new Empty());
  }
}
