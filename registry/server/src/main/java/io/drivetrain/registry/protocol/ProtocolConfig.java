package io.drivetrain.registry.protocol;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the protocol. */
@ConfigMapping(prefix = "drivetrain.protocol")
public interface ProtocolConfig {
  String MAX_REQUEST_BODY = "drivetrain.protocol.max-request-body";

  /** Size of a JSON body, in bytes or with a suffix (16M). Artifacts have their own limit. */
  @WithDefault("16M")
  MemorySize maxRequestBody();
}
