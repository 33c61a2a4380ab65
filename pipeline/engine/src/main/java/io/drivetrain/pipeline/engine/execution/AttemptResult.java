package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.api.step.AttemptOutcome;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.util.Optional;

/** The result of an attempt, as it is committed. */
sealed interface AttemptResult {
  int LONGEST_MESSAGE = 2000;

  /** The step succeeded, or a gate in it rejected. */
  record Completed(StepState state, Optional<String> message, String output)
      implements AttemptResult {
    public Completed {
      if (state != StepState.SUCCEEDED && state != StepState.REJECTED) {
        throw new IllegalArgumentException("a step that did its work does not become " + state);
      }
      message = message.map(AttemptResult::storable);
    }
  }

  /** The step failed and is not retried. */
  record Failed(StepReason reason, String message) implements AttemptResult {
    public Failed {
      message = storable(message);
    }
  }

  /** The step is retried after a delay. */
  record Retried(StepReason reason, String message) implements AttemptResult {}

  /** The outcome column of the attempt. */
  default AttemptOutcome outcome() {
    return switch (this) {
      case Completed completed when completed.state() == StepState.REJECTED ->
          AttemptOutcome.REJECTED;
      case Completed _ -> AttemptOutcome.SUCCEEDED;
      case Failed _ -> AttemptOutcome.FAILED;
      case Retried _ -> AttemptOutcome.RETRY;
    };
  }

  /** The message of the attempt. */
  default Optional<String> text() {
    return switch (this) {
      case Completed completed -> completed.message();
      case Failed failed -> Optional.of(failed.message());
      case Retried retried -> Optional.of(retried.message());
    };
  }

  static AttemptResult succeeded(String output) {
    return new Completed(StepState.SUCCEEDED, Optional.empty(), output);
  }

  static AttemptResult rejected(String message, String output) {
    return new Completed(StepState.REJECTED, Optional.of(message), output);
  }

  /** A retry while the claim has attempts left, else the failure of the step. */
  static AttemptResult unexpected(Claim claim, StepReason reason, String message) {
    return claim.hasAttemptsLeft()
        ? new Retried(reason, message)
        : new Failed(reason, lastAttempt(claim, message));
  }

  /** The message of a step that has no attempts left. */
  static String lastAttempt(Claim claim, String message) {
    return "%s Attempt %d of %d was the last."
        .formatted(message, claim.attempt(), claim.maxAttempts());
  }

  /** Postgres stores no NUL, and nobody reads a longer message. */
  private static String storable(String message) {
    String text = message.replace('\0', '?');
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }
}
