package io.drivetrain.pipeline.engine.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a run.
 *
 * @param attempt the try that it happened to; empty when it is the run
 */
public record Happening(What what, UUID runId, Optional<Attempt> attempt, Instant at) {

  /** What can happen. */
  public enum What {
    RUN_STARTED,
    RUN_ENDED,
    TRY_STARTED,
    TRY_ENDED,
    /** A step waits for a person; it is the step of the attempt, which has no fence. */
    APPROVAL_ASKED
  }

  /** A try of a step, by the fence that it works under. */
  public record Attempt(String step, long fence) {}
}
