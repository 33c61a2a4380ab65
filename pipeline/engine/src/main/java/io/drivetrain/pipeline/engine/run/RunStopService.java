package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Stops runs: at once what does not run, and what runs as soon as its worker has let go, or the
 * grace is over. The steps that always run are left alone, so that a stopped run has its report;
 * but not for ever. A run that had not begun has nothing to report.
 */
@ApplicationScoped
public class RunStopService {
  private final RunRepository runs;
  private final RunStopRepository stops;
  private final RunCourse course;
  private final RunEvents events;
  private final RunConfig config;

  RunStopService(
      RunRepository runs,
      RunStopRepository stops,
      RunCourse course,
      RunEvents events,
      RunConfig config) {
    this.runs = runs;
    this.stops = stops;
    this.course = course;
    this.events = events;
    this.config = config;
  }

  /**
   * Cancels a run. A run that is being stopped already goes on with it.
   *
   * @param why for people; may be empty
   * @throws PipelineException when there is no such run, or it has ended
   */
  void cancel(UUID id, String why) {
    RunState state = QuarkusTransaction.requiringNew().call(() -> stop(id, RunStop.byPerson(why)));
    if (state.isTerminal()) {
      throw PipelineException.runEnded(id, state.name());
    }
  }

  /** Cancels the runs of a pipeline that came before one, those first that have not begun. */
  void replaceBefore(UUID id, String pipeline) {
    RunStop replaced = RunStop.byPerson("run " + id + " takes its place.");
    for (UUID earlier : stops.unfinishedBefore(pipeline, id)) {
      QuarkusTransaction.requiringNew().call(() -> stop(earlier, replaced));
    }
  }

  /** Stops the runs that are past their deadline, and what keeps stopped runs from ending. */
  public void stopOverdue() {
    for (UUID id : stops.overdue()) {
      QuarkusTransaction.requiringNew().call(() -> stop(id, RunStop.byDeadline()));
    }
    for (UUID id : stops.overdueClosings()) {
      QuarkusTransaction.requiringNew().run(() -> stopClosing(id));
    }
  }

  /** Returns the state that the run was in. */
  private RunState stop(UUID id, RunStop stop) {
    Run run = runs.lock(id).orElseThrow(() -> PipelineException.notFound("run", id.toString()));
    if (run.state().isTerminal() || run.state() == RunState.CANCELLING) {
      return run.state();
    }
    if (run.state() == RunState.QUEUED) {
      stopSteps(id, stop, true);
      course.end(run, stop.end(), stop.reason(), stop.message());
      return run.state();
    }
    stops.beginStop(id, stop, config.closing());
    events.runBecame(id, run.pipeline(), RunState.CANCELLING, stop.reason(), stop.message());
    stopSteps(id, stop, false);
    course.advance(runs.lock(id).orElseThrow());
    return run.state();
  }

  private void stopClosing(UUID id) {
    Run run = runs.lock(id).orElseThrow();
    if (run.state() == RunState.CANCELLING) { // else it has just ended
      stops.beginLastStop(id);
      stopSteps(id, RunStop.byClosingTime(config.closing()), true);
      course.advance(run);
    }
  }

  private void stopSteps(UUID id, RunStop stop, boolean all) {
    stops.endIdleSteps(id, stop, all).forEach(step -> tell(id, step, stop));
    stops.stopRunningSteps(id, stop, all, config.stopGrace()).forEach(step -> tell(id, step, stop));
  }

  private void tell(UUID id, RunStopRepository.Stopped step, RunStop stop) {
    events.stepBecame(id, step.step(), step.state(), step.attempt(), stop.reason(), stop.message());
  }
}
