package io.drivetrain.pipeline.notification;

import io.drivetrain.pipeline.run.Run;
import io.drivetrain.pipeline.run.RunState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is told of a run that has ended. Parameters are not: they may be private.
 *
 * @param event {@code run.failed}
 * @param message why it ended as it did
 */
record RunNotice(
    String event,
    UUID runId,
    String pipeline,
    RunState state,
    Optional<String> message,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  static RunNotice of(Run run) {
    return new RunNotice(
        "run." + run.state().name().toLowerCase(Locale.ROOT),
        run.id(),
        run.pipeline(),
        run.state(),
        run.message(),
        run.startedAt(),
        run.endedAt());
  }
}
