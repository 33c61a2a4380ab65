package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.util.Optional;

/** How a try ends, as it is to be written down. */
sealed interface Ending {
  int LONGEST_MESSAGE = 2000;

  /** The step did its work, or a gate in it said no. */
  record Done(StepState state, Optional<String> message, String output) implements Ending {
    public Done {
      if (state != StepState.SUCCEEDED && state != StepState.REJECTED) {
        throw new IllegalArgumentException("a step that did its work does not become " + state);
      }
      message = message.map(Ending::storable);
    }
  }

  /** The step is given up. */
  record GivenUp(StepReason reason, String message) implements Ending {
    public GivenUp {
      message = storable(message);
    }
  }

  /** The step is tried again after a while. */
  record TriedAgain(StepReason reason, String message) implements Ending {}

  /** The same for the record of the try. */
  default AttemptOutcome outcome() {
    return switch (this) {
      case Done done when done.state() == StepState.REJECTED -> AttemptOutcome.REJECTED;
      case Done _ -> AttemptOutcome.SUCCEEDED;
      case GivenUp _ -> AttemptOutcome.FAILED;
      case TriedAgain _ -> AttemptOutcome.RETRY;
    };
  }

  /** What it says to people. */
  default Optional<String> text() {
    return switch (this) {
      case Done done -> done.message();
      case GivenUp up -> Optional.of(up.message());
      case TriedAgain again -> Optional.of(again.message());
    };
  }

  static Ending succeeded(String output) {
    return new Done(StepState.SUCCEEDED, Optional.empty(), output);
  }

  static Ending rejected(String message, String output) {
    return new Done(StepState.REJECTED, Optional.of(message), output);
  }

  /** Another try where the claim has one left, the end of the step where it has none. */
  static Ending unexpected(Claim claim, StepReason reason, String message) {
    return claim.hasAttemptsLeft()
        ? new TriedAgain(reason, message)
        : new GivenUp(reason, "%s It was tried %d times.".formatted(message, claim.attempt()));
  }

  /** Postgres stores no NUL, and a page shows no novel. */
  private static String storable(String message) {
    String text = message.replace('\0', '?');
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }
}
