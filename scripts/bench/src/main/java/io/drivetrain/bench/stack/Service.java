package io.drivetrain.bench.stack;

import java.util.Locale;

/** A process of a stack that can be killed. */
enum Service {
  POSTGRES,
  REDIS,
  REGISTRY,
  PIPELINE,
  WEBUI;

  /** As the scripts call it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
