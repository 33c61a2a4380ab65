package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import io.drivetrain.registry.client.tracking.RunStatus;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a run ends, as its steps before the report show it. */
enum RunOutcome {
  SUCCEEDED(RunStatus.FINISHED),
  /** A gate said no. MLflow knows no such state: its run is FAILED, and a tag says REJECTED. */
  REJECTED(RunStatus.FAILED, StepState.REJECTED),
  FAILED(RunStatus.FAILED, StepState.FAILED),
  TIMED_OUT(RunStatus.FAILED, StepState.TIMED_OUT),
  CANCELLED(RunStatus.KILLED, StepState.CANCELLED, StepState.CANCELLING);

  private final RunStatus status;
  private final Set<StepState> deciding;

  RunOutcome(RunStatus status, StepState... deciding) {
    this.status = status;
    this.deciding = Set.of(deciding);
  }

  /** In the registry. */
  RunStatus status() {
    return status;
  }

  /** Of the run, when it has ended. */
  RunState state() {
    return RunState.valueOf(name());
  }

  /** Whether a step in this state is why a run ends so. */
  boolean isDecidedBy(StepState state) {
    return deciding.contains(state);
  }

  /** The outcome that a last state of a run tells; empty while it has not ended. */
  static Optional<RunOutcome> of(RunState state) {
    return state.isTerminal() ? Optional.of(valueOf(state.name())) : Optional.empty();
  }

  /**
   * @param steps in their order, without those that do not change the outcome
   */
  static RunOutcome of(Collection<StepOutcome> steps) {
    List<StepState> states = steps.stream().map(StepOutcome::state).toList();
    if (states.stream().anyMatch(CANCELLED::isDecidedBy)) {
      return CANCELLED;
    }
    Optional<StepState> outage = // which outweighs a no
        states.stream()
            .filter(state -> FAILED.isDecidedBy(state) || TIMED_OUT.isDecidedBy(state))
            .findFirst();
    if (outage.isPresent()) {
      return TIMED_OUT.isDecidedBy(outage.orElseThrow()) ? TIMED_OUT : FAILED;
    }
    if (states.contains(StepState.REJECTED)) {
      return REJECTED;
    }
    return states.contains(StepState.UPSTREAM_FAILED) ? FAILED : SUCCEEDED;
  }
}
