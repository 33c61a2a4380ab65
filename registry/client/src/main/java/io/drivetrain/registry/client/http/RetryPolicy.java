package io.drivetrain.registry.client.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether and when a call is sent again.
 *
 * <p>A call that is not safe to repeat is sent again only when the registry cannot have worked on
 * it: the connection never came up, or the registry itself refused with 429 or 503 and {@code
 * Retry-After}.
 */
record RetryPolicy(int attempts, Duration longestPause) {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Set<Integer> REFUSALS = Set.of(429, 503);

  /** Pause before the attempt after this one; empty: give up. */
  Optional<Duration> afterNoAnswer(Call call, int attempt, boolean neverSent) {
    if (attempt >= attempts || !(call.repeatable() || neverSent)) {
      return Optional.empty();
    }
    return Optional.of(backoff(attempt));
  }

  Optional<Duration> afterAnswer(
      Call call, int attempt, int status, Optional<String> retryAfter, Clock clock) {
    Optional<Duration> asked = retryAfter.flatMap(text -> read(text, clock));
    boolean refused = REFUSALS.contains(status) && asked.isPresent();
    boolean again = refused || call.repeatable() && PASSING.contains(status);
    if (attempt >= attempts || !again) {
      return Optional.empty();
    }
    return Optional.of(asked.orElseGet(() -> backoff(attempt)))
        .filter(pause -> pause.compareTo(longestPause) <= 0);
  }

  /** Doubles each time, and takes a random part of it, so that clients do not return in step. */
  private Duration backoff(int attempt) {
    long doubled = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 20);
    long most = Math.min(doubled, longestPause.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  /** Seconds or a date, RFC 9110 section 10.2.3. */
  private static Optional<Duration> read(String retryAfter, Clock clock) {
    try {
      if (retryAfter.chars().allMatch(Character::isDigit)) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
      }
      Instant date =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration until = Duration.between(clock.instant(), date);
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }
}
