package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.Empty;

/** A run on the wire. {@code inputs} is always there and, until data sets are logged, empty. */
public record Run(RunInfo info, RunData data, Empty inputs) {
  public Run(RunInfo info, RunData data) {
    this(info, data, new Empty());
  }
}
