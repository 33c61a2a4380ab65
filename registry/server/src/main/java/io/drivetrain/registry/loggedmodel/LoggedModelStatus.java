package io.drivetrain.registry.loggedmodel;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.drivetrain.registry.protocol.WireEnum;

/** In the order of their protobuf numbers, which start at 1; 0 stands for none. */
public enum LoggedModelStatus {
  LOGGED_MODEL_PENDING,
  LOGGED_MODEL_READY,
  LOGGED_MODEL_UPLOAD_FAILED;

  /** By name or number; a stranger counts as not given. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static LoggedModelStatus read(Object nameOrNumber) {
    return WireEnum.read(LoggedModelStatus.class, nameOrNumber).orElse(null);
  }
}
