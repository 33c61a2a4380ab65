package io.drivetrain.registry.audit;

import io.drivetrain.registry.protocol.RegistryException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Which entries are asked for; null leaves a filter out.
 *
 * @param from the first moment
 * @param to the first moment that is too late
 */
public record AuditQuery(
    String model,
    Integer version,
    String runId,
    Long experiment,
    String path,
    Action action,
    Instant from,
    Instant to) {

  public static final AuditQuery EVERYTHING =
      new AuditQuery(null, null, null, null, null, null, null, null);

  /** A moment of a query string, null where there is none. */
  static Instant moment(String parameter, String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw RegistryException.invalid(
          "Invalid value '%s' for parameter '%s' supplied: expected a time such as 2026-11-21T09:30:00Z."
              .formatted(value, parameter));
    }
  }
}
