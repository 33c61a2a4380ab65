package io.drivetrain.pipeline.run;

import io.drivetrain.pipeline.problem.PipelineException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Stops runs: at once what does not run, and what runs as soon as its worker has let go, or the
 * grace is over.
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

  /** Stops the runs that are past their deadline. */
  public void stopOverdue() {
    for (UUID id : stops.overdue()) {
      QuarkusTransaction.requiringNew().call(() -> stop(id, RunStop.byDeadline()));
    }
  }

  /** Returns the state that the run was in. */
  private RunState stop(UUID id, RunStop stop) {
    Run run = runs.lock(id).orElseThrow(() -> PipelineException.notFound("run", id.toString()));
    if (run.state().isTerminal() || run.state() == RunState.CANCELLING) {
      return run.state();
    }
    if (run.state() != RunState.QUEUED) {
      stops.beginStop(id, stop);
    }
    stops.endIdleSteps(id, stop).forEach(step -> tell(id, step, stop));
    stops.stopRunningSteps(id, stop, config.stopGrace()).forEach(step -> tell(id, step, stop));
    if (stops.isHeld(id)) {
      events.runBecame(id, run.pipeline(), RunState.CANCELLING, stop.reason(), stop.message());
    } else {
      course.end(run, stop.end(), stop.reason(), stop.message());
    }
    return run.state();
  }

  private void tell(UUID id, RunStopRepository.Stopped step, RunStop stop) {
    events.stepBecame(id, step.step(), step.state(), step.attempt(), stop.reason(), stop.message());
  }
}
