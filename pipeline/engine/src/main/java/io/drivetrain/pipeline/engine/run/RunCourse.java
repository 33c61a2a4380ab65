package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The course of runs: which step is next, how a run ends, and which one of its pipeline begins
 * then. Whatever ends a step calls {@link #advance}: there is no other way on.
 */
@ApplicationScoped
public class RunCourse {
  private final RunRepository runs;
  private final RunCourseRepository steps;
  private final RunEvents events;

  RunCourse(RunRepository runs, RunCourseRepository steps, RunEvents events) {
    this.runs = runs;
    this.steps = steps;
    this.events = events;
  }

  /**
   * Does what follows from the states of a run's steps; in the transaction of the caller, who holds
   * the lock of the run.
   *
   * @param run as it was when it was locked
   */
  public void advance(Run run) {
    RunPlan plan = RunPlan.of(steps.positions(run.id()));
    plan.changes().forEach(change -> change(run, change));
    if (plan.end().isPresent()) {
      end(run, plan.end().orElseThrow());
    } else if (run.state() != RunState.CANCELLING) {
      waitOrGoOn(run, plan);
    }
  }

  /**
   * Lets an ended run go on, in the transaction of the caller, who holds its lock and then changes
   * its steps. Its deadline counts from now on.
   *
   * @param why for people
   * @throws PipelineException when the run has not ended, or another one of the pipeline is active
   */
  public void reopen(Run run, String why) {
    if (!run.state().isTerminal()) {
      throw PipelineException.runNotEnded(run.id(), run.state().name());
    }
    runs.lockQueue(run.pipeline());
    runs.findActive(run.pipeline())
        .ifPresent(active -> {
          throw PipelineException.pipelineBusy(run.pipeline(), active);
        });
    runs.reopen(run.id());
    events.runBecame(run.id(), run.pipeline(), RunState.RUNNING, StepReason.USER, why);
  }

  private void change(Run run, RunPlan.Change change) {
    steps.change(run.id(), change);
    events.stepBecame(
        run.id(), change.step(), change.state(), null, change.reason(), change.message());
  }

  private void waitOrGoOn(Run run, RunPlan plan) {
    RunState next = plan.question().isPresent() ? RunState.WAITING_APPROVAL : RunState.RUNNING;
    String question = plan.question().orElse(null);
    if (run.state() != next || !run.message().equals(plan.question())) {
      steps.become(run.id(), next, question);
    }
    if (run.state() != next) {
      events.runBecame(run.id(), run.pipeline(), next, null, question);
    }
  }

  /** A run that was told to stop keeps why it was. */
  private void end(Run run, RunPlan.End end) {
    if (run.state() == RunState.CANCELLING) {
      StepReason reason = run.reason().orElse(StepReason.USER);
      end(run, RunStop.end(reason), reason, run.message().orElse(null));
    } else {
      end(run, end.state(), end.reason(), end.message());
    }
  }

  /**
   * Ends a run in the transaction of the caller, who holds its lock.
   *
   * @param reason null for a success, as is the message
   */
  void end(Run run, RunState state, StepReason reason, String message) {
    runs.end(run.id(), state, reason, message);
    events.runBecame(run.id(), run.pipeline(), state, reason, message);
    startNext(run.pipeline());
  }

  /**
   * Starts the oldest queued run of a pipeline that has no active one; in the transaction of the
   * caller.
   */
  void startNext(String pipeline) {
    runs.admitNext(pipeline)
        .ifPresent(run -> {
          events.runBecame(run.id(), pipeline, RunState.RUNNING, null, null);
          advance(run);
        });
  }
}
