package io.drivetrain.pipeline.engine.execution;

import java.time.Duration;
import java.util.UUID;

/**
 * A worker's claim on a step, valid for as long as its fence: when the step is claimed again, the
 * number grows and nothing is written under the old one any more.
 *
 * @param seq the place of the step in its run, from 0
 * @param attempt 1 for the first attempt
 * @param backoff before the first retry; doubled for each further one
 */
record Claim(
    UUID runId,
    String step,
    int seq,
    int attempt,
    int maxAttempts,
    Duration backoff,
    long fence,
    String owner) {

  boolean hasAttemptsLeft() {
    return attempt < maxAttempts;
  }

  /** The delay before the next attempt: doubled each time, at most an hour. */
  Duration delay() {
    Duration doubled = backoff.multipliedBy(1L << Math.min(attempt - 1, 20));
    return doubled.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : doubled;
  }
}
