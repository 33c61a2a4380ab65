package io.drivetrain.registry.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.drivetrain.registry.protocol.WireEnum;

/** In the order of their protobuf numbers, which start at 1. */
public enum WebhookStatus {
  ACTIVE,
  /** Nothing is sent; what waits to be sent waits on. */
  DISABLED;

  /** By name or number; a stranger counts as not given, as in MLflow. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static WebhookStatus read(Object nameOrNumber) {
    return WireEnum.read(WebhookStatus.class, nameOrNumber).orElse(null);
  }
}
