package io.drivetrain.pipeline.execution;

import io.drivetrain.pipeline.run.RunState;
import io.drivetrain.pipeline.step.StepReason;
import io.drivetrain.pipeline.step.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows in a run from the states of its steps, which run one after the other.
 *
 * @param changes steps that change their state by it
 * @param end how the run ends; empty while a step is still to come
 */
record RunPlan(List<Change> changes, Optional<End> end) {

  /** A step as far as the plan goes. */
  record Position(
      String step, boolean always, StepState state, StepReason reason, String message) {}

  /** A pending step that becomes ready, or is passed over. */
  record Change(String step, StepState state, StepReason reason, String message) {
    Change {
      if (!StepState.PENDING.canBecome(state)) {
        throw new IllegalArgumentException("a pending step cannot become " + state);
      }
    }
  }

  /** The last state of the run. */
  record End(RunState state, StepReason reason, String message) {
    End {
      if (!RunState.RUNNING.canBecome(state) || !state.isTerminal()) {
        throw new IllegalArgumentException("a running run cannot end as " + state);
      }
    }
  }

  /**
   * @param steps of one run, in their order
   */
  static RunPlan of(List<Position> steps) {
    Optional<Position> broken =
        steps.stream().filter(step -> !step.always() && isBroken(step.state())).findFirst();
    List<Change> changes = new ArrayList<>();
    for (Position step : steps) {
      if (step.state().isTerminal()) {
        continue;
      }
      if (step.state() != StepState.PENDING) {
        return new RunPlan(changes, Optional.empty());
      }
      if (broken.isEmpty() || step.always()) {
        changes.add(new Change(step.step(), StepState.READY, null, null));
        return new RunPlan(changes, Optional.empty());
      }
      changes.add(passedOver(step, broken.orElseThrow()));
    }
    return new RunPlan(changes, Optional.of(end(broken)));
  }

  private static boolean isBroken(StepState state) {
    return switch (state) {
      case REJECTED, FAILED, TIMED_OUT, CANCELLED, UPSTREAM_FAILED -> true;
      case PENDING, READY, RUNNING, RETRY_WAIT, CANCELLING, SUCCEEDED, SKIPPED, REUSED -> false;
    };
  }

  private static Change passedOver(Position step, Position broken) {
    return broken.state() == StepState.REJECTED
        ? new Change(
            step.step(),
            StepState.SKIPPED,
            StepReason.GATE,
            "Not run: " + broken.step() + " said no.")
        : new Change(
            step.step(),
            StepState.UPSTREAM_FAILED,
            StepReason.UPSTREAM,
            "Not run: " + broken.step() + " failed.");
  }

  private static End end(Optional<Position> broken) {
    return broken
        .map(step -> new End(state(step.state()), step.reason(), text(step)))
        .orElse(new End(RunState.SUCCEEDED, null, null));
  }

  private static RunState state(StepState broken) {
    return switch (broken) {
      case REJECTED -> RunState.REJECTED;
      case TIMED_OUT -> RunState.TIMED_OUT;
      default -> RunState.FAILED;
    };
  }

  private static String text(Position step) {
    return step.step() + ": " + step.message();
  }
}
