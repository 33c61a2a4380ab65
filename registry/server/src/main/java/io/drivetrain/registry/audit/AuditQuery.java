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

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant TOO_LATE = Instant.parse("9999-12-31T00:00:00Z");

  public static final AuditQuery EVERYTHING =
      new AuditQuery(null, null, null, null, null, null, null, null);

  /** A moment of a query string, null where there is none. */
  static Instant moment(String parameter, String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      var moment = Instant.parse(value);
      if (!moment.isBefore(FIRST) && moment.isBefore(TOO_LATE)) {
        return moment;
      }
    } catch (DateTimeParseException e) {
      // Refused below, as a year is that no database knows.
    }
    throw RegistryException.invalid(
        "Invalid value '%s' for parameter '%s' supplied: expected a time such as 2026-11-21T09:30:00Z."
            .formatted(value, parameter));
  }
}
