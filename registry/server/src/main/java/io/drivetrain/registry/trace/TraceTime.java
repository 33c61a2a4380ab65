package io.drivetrain.registry.trace;

import io.drivetrain.registry.protocol.RegistryException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Protobuf's JSON of times and durations, in milliseconds. */
final class TraceTime {
  private TraceTime() {}

  static long millis(String timestamp) {
    try {
      return Instant.parse(timestamp).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw RegistryException.invalid(
          "Invalid value '%s' for parameter 'trace.trace_info.request_time' supplied: expected a time such as 2026-11-20T23:13:24.294Z."
              .formatted(timestamp));
    }
  }

  static String timestamp(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** Null stays null. */
  static Long durationMillis(String duration) {
    if (duration == null) {
      return null;
    }
    try {
      if (!duration.endsWith("s") || duration.length() > 30) {
        throw new NumberFormatException();
      }
      return new BigDecimal(duration.substring(0, duration.length() - 1))
          .movePointRight(3)
          .longValue();
    } catch (NumberFormatException e) {
      throw RegistryException.invalid(
          "Invalid value '%s' for parameter 'trace.trace_info.execution_duration' supplied: expected seconds such as 0.341s."
              .formatted(duration));
    }
  }

  static String duration(Long millis) {
    if (millis == null) {
      return null;
    }
    return millis % 1000 == 0
        ? millis / 1000 + "s"
        : "%d.%03ds".formatted(millis / 1000, Math.abs(millis % 1000));
  }
}
