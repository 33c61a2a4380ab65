package io.drivetrain.pipeline.engine.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a run, which channels may report.
 *
 * @param attempt the attempt that it happened to; empty when it is the run
 */
public record OutboxEvent(Kind kind, UUID runId, Optional<Attempt> attempt, Instant at) {

  /** What happened; the names stand in the database. */
  public enum Kind {
    RUN_STARTED,
    RUN_ENDED,
    ATTEMPT_STARTED,
    ATTEMPT_ENDED,
    /** A step waits for an approval; the attempt names the step and has no fence. */
    APPROVAL_REQUESTED
  }

  /** An attempt of a step, by its fencing number. */
  public record Attempt(String step, long fence) {}
}
