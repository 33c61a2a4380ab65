package io.drivetrain.pipeline.engine.progression;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.engine.event.RunEvents;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Advances runs: decides which steps are next, how a run ends, and which queued run starts then.
 * Everything that ends a step calls {@link #advance}.
 */
@ApplicationScoped
public class RunProgression {
  private final RunService runs;
  private final ProgressionRepository steps;
  private final RunEvents events;

  RunProgression(RunService runs, ProgressionRepository steps, RunEvents events) {
    this.runs = runs;
    this.steps = steps;
    this.events = events;
  }

  /**
   * Applies what follows from the states of a run's steps, in the transaction of the caller, who
   * holds the lock of the run.
   *
   * @param run as it was when it was locked
   */
  public void advance(Run run) {
    RunDecision plan = RunDecision.of(steps.positions(run.id()));
    plan.changes().forEach(change -> change(run, change));
    if (plan.end().isPresent()) {
      end(run, plan.end().orElseThrow());
    } else if (run.state() != RunState.CANCELLING) {
      waitOrGoOn(run, plan);
    }
  }

  /**
   * Reopens an ended run in the transaction of the caller, who holds its lock and then changes its
   * steps. Its deadline starts now.
   *
   * @param why shown in the events of the run
   * @throws PipelineException when the run has not ended, or another one of the pipeline is active
   */
  public void reopen(Run run, String why) {
    if (!run.state().isTerminal()) {
      throw PipelineException.runNotEnded(run.id(), run.state().name());
    }
    steps.lockQueue(run.pipeline());
    steps
        .findActive(run.pipeline())
        .ifPresent(active -> {
          throw PipelineException.pipelineBusy(run.pipeline(), active);
        });
    steps.reopen(run.id());
    events.runBecame(run.id(), run.pipeline(), RunState.RUNNING, StepReason.USER, why);
  }

  /** Makes those who start runs of a pipeline take turns until their transactions end. */
  public void lockQueue(String pipeline) {
    steps.lockQueue(pipeline);
  }

  private void change(Run run, RunDecision.Change change) {
    steps.change(run.id(), change);
    events.stepBecame(
        run.id(), change.step(), change.state(), null, change.reason(), change.message());
  }

  private void waitOrGoOn(Run run, RunDecision plan) {
    RunState next = plan.question().isPresent() ? RunState.WAITING_APPROVAL : RunState.RUNNING;
    String question = plan.question().orElse(null);
    if (run.state() != next || !run.message().equals(plan.question())) {
      steps.become(run.id(), next, question);
    }
    if (run.state() != next) {
      events.runBecame(run.id(), run.pipeline(), next, null, question);
    }
  }

  /** A stopped run keeps the reason it was stopped for. */
  private void end(Run run, RunDecision.End end) {
    if (run.state() == RunState.CANCELLING) {
      StepReason reason = run.reason().orElse(StepReason.USER);
      end(run, RunState.afterStop(reason), reason, run.message().orElse(null));
    } else {
      end(run, end.state(), end.reason(), end.message());
    }
  }

  /**
   * Ends a run in the transaction of the caller, who holds its lock.
   *
   * @param reason null for a success, as is the message
   */
  public void end(Run run, RunState state, StepReason reason, String message) {
    steps.end(run.id(), state, reason, message);
    events.runBecame(run.id(), run.pipeline(), state, reason, message);
    startNext(run.pipeline());
  }

  /**
   * Starts the oldest queued run of a pipeline that has no active one; in the transaction of the
   * caller.
   */
  public void startNext(String pipeline) {
    steps
        .admitNext(pipeline)
        .map(runs::lock)
        .ifPresent(run -> {
          events.runBecame(run.id(), pipeline, RunState.RUNNING, null, null);
          advance(run);
        });
  }
}
