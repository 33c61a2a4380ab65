package io.drivetrain.registry.trace;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.drivetrain.registry.protocol.WireEnum;

/** How a trace has ended, or that it goes on. */
public enum TraceState {
  OK,
  ERROR,
  IN_PROGRESS,
  STATE_UNSPECIFIED;

  /** By name or by protobuf number; a stranger counts as unspecified. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static TraceState read(Object nameOrNumber) {
    return WireEnum.read(TraceState.class, nameOrNumber).orElse(STATE_UNSPECIFIED);
  }
}
