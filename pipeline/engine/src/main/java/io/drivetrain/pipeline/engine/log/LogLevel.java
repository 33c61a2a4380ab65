package io.drivetrain.pipeline.engine.log;

import java.util.logging.Level;

/** How much a line matters. */
enum LogLevel {
  INFO,
  WARN,
  ERROR;

  /** Of a logger: both java.util.logging and JBoss have the same numbers under different names. */
  static LogLevel of(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return ERROR;
    }
    return level.intValue() >= Level.WARNING.intValue() ? WARN : INFO;
  }
}
