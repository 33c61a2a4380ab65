package io.drivetrain.pipeline.run;

import io.drivetrain.pipeline.step.StepReason;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends runs, and lets the next ones of their pipelines begin. */
@ApplicationScoped
public class RunEnding {
  private final RunRepository runs;
  private final RunEvents events;

  RunEnding(RunRepository runs, RunEvents events) {
    this.runs = runs;
    this.events = events;
  }

  /**
   * Ends a run in the transaction of the caller, who holds its lock.
   *
   * @param reason null for a success, as is the message
   */
  public void end(Run run, RunState state, StepReason reason, String message) {
    runs.end(run.id(), state, reason, message);
    events.runBecame(run.id(), run.pipeline(), state, reason, message);
    startNext(run.pipeline());
  }

  /**
   * Starts the oldest queued run of a pipeline that has no active one; in the transaction of the
   * caller.
   */
  boolean startNext(String pipeline) {
    return runs.admitNext(pipeline)
        .map(id -> {
          events.runBecame(id, pipeline, RunState.RUNNING, null, null);
          return true;
        })
        .orElse(false);
  }
}
