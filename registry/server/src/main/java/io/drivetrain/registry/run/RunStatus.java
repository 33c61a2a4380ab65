package io.drivetrain.registry.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.drivetrain.registry.protocol.WireEnum;

/** In the order of their protobuf numbers, which start at 1. */
public enum RunStatus {
  RUNNING,
  SCHEDULED,
  FINISHED,
  FAILED,
  KILLED;

  boolean isTerminal() {
    return this == FINISHED || this == FAILED || this == KILLED;
  }

  /** By name or number; a stranger counts as not given, as in MLflow. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static RunStatus read(Object nameOrNumber) {
    return WireEnum.read(RunStatus.class, nameOrNumber).orElse(null);
  }
}
