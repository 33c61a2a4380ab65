package io.drivetrain.pipeline.engine.progression;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from the states of a run's steps.
 *
 * @param changes the steps that change their state
 * @param end how the run ends; empty while steps remain
 * @param question the approval that the run waits for, when nothing else can continue
 */
record RunDecision(List<Change> changes, Optional<End> end, Optional<String> question) {

  /**
   * A step and its current state.
   *
   * @param needs the steps that it depends on
   * @param ask the question of an approval; null for other steps
   */
  record Position(
      String step,
      List<String> needs,
      boolean always,
      String ask,
      StepState state,
      StepReason reason,
      String message) {
    /**
     * Whether it failed, so that the steps that depend on it are not run. Steps that always run do
     * not count.
     */
    boolean isBroken() {
      return !always
          && switch (state) {
            case REJECTED, FAILED, TIMED_OUT, CANCELLED -> true;
            case PENDING, READY, RUNNING, RETRY_WAIT, WAITING_APPROVAL, CANCELLING -> false;
            case SUCCEEDED, SKIPPED, UPSTREAM_FAILED, REUSED -> false;
          };
    }

    Position after(Change change) {
      return new Position(
          step, needs, always, ask, change.state(), change.reason(), change.message());
    }
  }

  /** A pending step that becomes ready, starts to wait for approval, or is skipped. */
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
  static RunDecision of(List<Position> steps) {
    Map<String, Position> positions = new LinkedHashMap<>();
    steps.forEach(step -> positions.put(step.step(), step));
    List<Change> changes = new ArrayList<>();
    boolean goesOn = true;
    while (goesOn) { // a skipped step may be the last that another one waited for
      List<Change> next = due(positions);
      next.forEach(
          change -> positions.compute(change.step(), (step, position) -> position.after(change)));
      changes.addAll(next);
      goesOn = !next.isEmpty();
    }
    List<Position> after = List.copyOf(positions.values());
    return new RunDecision(List.copyOf(changes), end(after), question(after));
  }

  private static List<Change> due(Map<String, Position> positions) {
    Upstream upstream = new Upstream(positions);
    return positions.values().stream()
        .filter(step -> step.state() == StepState.PENDING)
        .filter(upstream::isOver)
        .map(step -> change(step, upstream.broken(step)))
        .toList();
  }

  private static Change change(Position step, Optional<Position> broken) {
    return broken
        .filter(cause -> !step.always())
        .map(cause -> passedOver(step, cause))
        .orElse(begun(step));
  }

  private static Change begun(Position step) {
    return step.ask() == null
        ? new Change(step.step(), StepState.READY, null, null)
        : new Change(step.step(), StepState.WAITING_APPROVAL, null, null);
  }

  private static Change passedOver(Position step, Position broken) {
    return broken.state() == StepState.REJECTED
        ? new Change(
            step.step(),
            StepState.SKIPPED,
            broken.reason(),
            "Not run: " + broken.step() + " was rejected.")
        : new Change(
            step.step(),
            StepState.UPSTREAM_FAILED,
            StepReason.UPSTREAM,
            "Not run: " + broken.step() + " failed.");
  }

  private static Optional<String> question(List<Position> steps) {
    boolean isBusy =
        steps.stream()
            .anyMatch(step ->
                switch (step.state()) {
                  case READY, RUNNING, RETRY_WAIT, CANCELLING -> true;
                  case PENDING, WAITING_APPROVAL -> false;
                  case SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT -> false;
                  case SKIPPED, UPSTREAM_FAILED, REUSED -> false;
                });
    return steps.stream()
        .filter(step -> !isBusy && step.state() == StepState.WAITING_APPROVAL)
        .map(step -> step.step() + ": " + step.ask())
        .reduce((one, other) -> one + " | " + other);
  }

  private static Optional<End> end(List<Position> steps) {
    if (!steps.stream().allMatch(step -> step.state().isTerminal())) {
      return Optional.empty();
    }
    List<Position> broken = steps.stream().filter(Position::isBroken).toList();
    Optional<Position> cause =
        broken.stream()
            .filter(step -> step.state() != StepState.REJECTED) // a failure outweighs a rejection
            .findFirst()
            .or(() -> broken.stream().findFirst());
    return Optional.of(
        cause
            .map(step -> new End(state(step), step.reason(), text(step)))
            .orElse(new End(RunState.SUCCEEDED, null, null)));
  }

  private static RunState state(Position broken) {
    return switch (broken.state()) {
      case REJECTED -> RunState.REJECTED;
      case TIMED_OUT -> RunState.TIMED_OUT;
      case CANCELLED ->
          RunState.afterStop(broken.reason()); // the report of a stopped run was retried
      default -> RunState.FAILED;
    };
  }

  private static String text(Position step) {
    return step.step() + ": " + step.message();
  }
}
