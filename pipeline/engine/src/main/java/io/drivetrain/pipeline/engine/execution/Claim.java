package io.drivetrain.pipeline.engine.execution;

import java.time.Duration;
import java.util.UUID;

/**
 * A worker's hold on a step. It is worth as much as its fence: when the step was given to another
 * worker, the number has grown, and nothing that this claim says is written any more.
 *
 * @param seq the place of the step in its run, from 0
 * @param attempt 1 for the first try
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

  /** How long to wait before the next try: doubled each time, an hour at most. */
  Duration delay() {
    Duration doubled = backoff.multipliedBy(1L << Math.min(attempt - 1, 20));
    return doubled.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : doubled;
  }
}
