package io.drivetrain.pipeline.engine.notification;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.StepRun;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The notice of a run that has ended, or waits for an approval. Parameters are not in it: they may
 * be private.
 *
 * @param event {@code run.failed}
 * @param message why it ended as it did, or the question of the approval
 */
record RunNotice(
    String event,
    UUID runId,
    String pipeline,
    RunState state,
    Optional<String> message,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  /** A run that has ended. */
  static RunNotice of(Run run) {
    return of(run, run.state(), run.message());
  }

  /** A run of which a step waits for an approval, whatever its other steps do meanwhile. */
  static RunNotice asking(Run run, StepRun step, StepApproval question) {
    return of(run, RunState.WAITING_APPROVAL, Optional.of(step.step() + ": " + question.message()));
  }

  private static RunNotice of(Run run, RunState state, Optional<String> message) {
    return new RunNotice(
        "run." + state.name().toLowerCase(Locale.ROOT),
        run.id(),
        run.pipeline(),
        state,
        message,
        run.startedAt(),
        run.endedAt());
  }
}
