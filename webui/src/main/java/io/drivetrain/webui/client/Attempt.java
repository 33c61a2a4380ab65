package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A try of a step.
 *
 * @param number its place among the tries of the step, from 1
 * @param outcome how it ended; empty while it runs
 * @param error what went wrong, for people, in English
 * @param owner host and process id of its worker
 * @param logBytes that can be read now
 */
public record Attempt(
    @JsonProperty("attempt") int number,
    Optional<Outcome> outcome,
    Optional<String> error,
    String owner,
    Instant startedAt,
    Optional<Instant> endedAt,
    long logBytes) {

  /** How a try ended. */
  public enum Outcome {
    SUCCEEDED,
    REJECTED,
    FAILED,
    /** It failed, and another one follows. */
    RETRY,
    LEASE_LOST,
    /** It was given back because its process ended. */
    RELEASED,
    CANCELLED,
    TIMED_OUT,
    /** One that only a newer pipeline service knows. */
    @JsonEnumDefaultValue
    OTHER
  }
}
