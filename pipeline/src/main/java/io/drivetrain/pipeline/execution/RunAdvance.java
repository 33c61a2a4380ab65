package io.drivetrain.pipeline.execution;

import io.drivetrain.pipeline.run.Run;
import io.drivetrain.pipeline.run.RunEnding;
import io.drivetrain.pipeline.run.RunEvents;
import io.drivetrain.pipeline.run.RunState;
import io.drivetrain.pipeline.step.StepReason;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a run further whose steps have changed: to its next steps, or to its end. */
@ApplicationScoped
public class RunAdvance {
  private final ExecutionRepository steps;
  private final RunEnding ending;
  private final RunEvents events;

  RunAdvance(ExecutionRepository steps, RunEnding ending, RunEvents events) {
    this.steps = steps;
    this.ending = ending;
    this.events = events;
  }

  /** In the transaction of the caller, who holds the lock of the run. */
  public void advance(Run run) {
    if (run.state() == RunState.CANCELLING) {
      endWhenStopped(run);
      return;
    }
    RunPlan plan = RunPlan.of(steps.positions(run.id()));
    plan.changes()
        .forEach(change -> {
          steps.change(run.id(), change);
          events.stepBecame(
              run.id(), change.step(), change.state(), null, change.reason(), change.message());
        });
    plan.end().ifPresent(end -> ending.end(run, end.state(), end.reason(), end.message()));
  }

  /** The steps that nobody held were ended when the run was told to stop. */
  private void endWhenStopped(Run run) {
    if (steps.positions(run.id()).stream().allMatch(step -> step.state().isTerminal())) {
      StepReason reason = run.reason().orElse(StepReason.USER);
      ending.end(
          run,
          reason == StepReason.DEADLINE ? RunState.TIMED_OUT : RunState.CANCELLED,
          reason,
          run.message().orElse(null));
    }
  }
}
