package io.drivetrain.pipeline.engine.cancellation;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.engine.event.RunEvents;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.progression.RunProgression;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Stops runs: idle steps immediately, running steps when their worker has stopped or the grace
 * period is over. Steps that always run are given time to end ({@link CancellationConfig#closing}),
 * so that a stopped run still has its report. A queued run ends at once.
 */
@ApplicationScoped
public class CancellationService {
  private final RunService runs;
  private final CancellationRepository stops;
  private final RunProgression progression;
  private final RunEvents events;
  private final CancellationConfig config;

  CancellationService(
      RunService runs,
      CancellationRepository stops,
      RunProgression progression,
      RunEvents events,
      CancellationConfig config) {
    this.runs = runs;
    this.stops = stops;
    this.progression = progression;
    this.events = events;
    this.config = config;
  }

  /**
   * Cancels a run. Has no effect on a run that is already being stopped.
   *
   * @param why shown on the run; may be empty
   * @throws PipelineException when there is no such run, or it has ended
   */
  void cancel(UUID id, String why) {
    RunState state =
        QuarkusTransaction.requiringNew().call(() -> stop(id, StopRequest.byUser(why)));
    if (state.isTerminal()) {
      throw PipelineException.runEnded(id, state.name());
    }
  }

  /** Cancels the earlier runs of a pipeline, queued ones first. */
  public void replaceBefore(UUID id, String pipeline) {
    StopRequest replaced = StopRequest.replacedBy(id);
    for (UUID earlier : stops.unfinishedBefore(pipeline, id)) {
      QuarkusTransaction.requiringNew().call(() -> stop(earlier, replaced));
    }
  }

  /** Stops the runs that are past their deadline, and what keeps stopped runs from ending. */
  public void stopOverdue() {
    for (UUID id : stops.overdue()) {
      QuarkusTransaction.requiringNew().call(() -> stop(id, StopRequest.byDeadline()));
    }
    for (UUID id : stops.overdueClosings()) {
      QuarkusTransaction.requiringNew().run(() -> stopClosing(id));
    }
  }

  /** Returns the state that the run was in. */
  private RunState stop(UUID id, StopRequest stop) {
    Run run = runs.lock(id);
    if (run.state().isTerminal() || run.state() == RunState.CANCELLING) {
      return run.state();
    }
    if (run.state() == RunState.QUEUED) {
      stopSteps(id, stop, true);
      progression.end(run, stop.end(), stop.reason(), stop.message());
      return run.state();
    }
    stops.beginStop(id, stop, config.closing());
    events.runBecame(id, run.pipeline(), RunState.CANCELLING, stop.reason(), stop.message());
    stopSteps(id, stop, false);
    progression.advance(runs.lock(id));
    return run.state();
  }

  private void stopClosing(UUID id) {
    Run run = runs.lock(id);
    if (run.state() == RunState.CANCELLING) { // else it has just ended
      stops.beginLastStop(id);
      stopSteps(id, StopRequest.byClosingTime(config.closing()), true);
      progression.advance(run);
    }
  }

  private void stopSteps(UUID id, StopRequest stop, boolean all) {
    stops.endIdleSteps(id, stop, all).forEach(step -> tell(id, step, stop));
    stops.stopRunningSteps(id, stop, all, config.stopGrace()).forEach(step -> tell(id, step, stop));
  }

  private void tell(UUID id, CancellationRepository.Stopped step, StopRequest stop) {
    events.stepBecame(id, step.step(), step.state(), step.attempt(), stop.reason(), stop.message());
  }
}
