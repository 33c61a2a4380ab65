package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.api.run.RunWhy.Code;
import io.drivetrain.pipeline.api.run.RunWhy.Reason;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.RunWhyRepository.Active;
import io.drivetrain.pipeline.engine.run.RunWhyRepository.OpenStep;
import io.drivetrain.pipeline.engine.run.RunWhyRepository.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says why a run is not running. */
@ApplicationScoped
public class RunWhyService {
  private final RunRepository runs;
  private final RunWhyRepository facts;

  RunWhyService(RunRepository runs, RunWhyRepository facts) {
    this.runs = runs;
    this.facts = facts;
  }

  /**
   * @throws PipelineException when there is no such run
   */
  RunWhy of(UUID id) {
    Run run = runs.find(id).orElseThrow(() -> PipelineException.notFound("run", id.toString()));
    return new RunWhy(id, run.state(), reasons(run));
  }

  private List<Reason> reasons(Run run) {
    return switch (run.state()) {
      case SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT -> List.of(ended(run));
      case QUEUED -> List.of(queued(run));
      case RUNNING, WAITING_APPROVAL, CANCELLING ->
          facts.openSteps(run.id()).stream().map(this::reason).toList();
    };
  }

  private static Reason ended(Run run) {
    String cause = run.message().map(message -> " (" + message + ")").orElse("");
    return Reason.ofRun(
        Code.ENDED, "It has ended: %s%s.".formatted(run.state(), cause), Optional.empty());
  }

  private Reason queued(Run run) {
    Optional<Active> active = facts.active(run.pipeline());
    long before = facts.queuedBefore(run);
    String blocker =
        active
            .map(other ->
                "Run %s of pipeline '%s' %s"
                    .formatted(other.id(), run.pipeline(), activity(other.state())))
            .orElse("It is about to start");
    String queue = before == 0 ? "" : ", and %d more wait before this one".formatted(before);
    return Reason.ofRun(Code.LIMIT_REACHED, blocker + queue + ".", active.map(Active::id));
  }

  private static String activity(RunState active) {
    return switch (active) {
      case WAITING_APPROVAL -> "waits for a person";
      case CANCELLING -> "is being stopped";
      default -> "is active";
    };
  }

  private Reason reason(OpenStep step) {
    return switch (step.state()) {
      case RUNNING -> of(step, Code.RUNNING, "A worker on %s is at it.".formatted(host(step)));
      case CANCELLING ->
          Reason.ofStep(
              Code.STOPPING,
              step.step(),
              "Its worker on %s was told to stop.".formatted(host(step)),
              step.stopBy());
      case WAITING_APPROVAL ->
          Reason.ofStep(
              Code.WAITING_APPROVAL,
              step.step(),
              "It waits for a person since %s: %s"
                  .formatted(step.startedAt().orElseThrow(), step.ask().orElseThrow()),
              step.overdueAt());
      case READY, RETRY_WAIT -> step.isDue() ? unclaimed(step) : waiting(step);
      default ->
          of(step, Code.UPSTREAM, "It waits for " + String.join(", ", step.waitsFor()) + ".");
    };
  }

  private static Reason waiting(OpenStep step) {
    String cause = step.message().map(message -> " " + message).orElse("");
    return Reason.ofStep(
        Code.WAITING_UNTIL, step.step(), "It is tried again later." + cause, step.runAfter());
  }

  private Reason unclaimed(OpenStep step) {
    Workers workers = facts.workers();
    return of(
        step,
        Code.NO_FREE_WORKER,
        workers.workers() == 0
            ? "No replica with workers is alive. Start one."
            : "It waits for a free worker: replicas alive %d, workers %d, steps at work %d."
                .formatted(workers.replicas(), workers.workers(), workers.busy()));
  }

  private static Reason of(OpenStep step, Code code, String message) {
    return Reason.ofStep(code, step.step(), message, Optional.empty());
  }

  private static String host(OpenStep step) {
    return step.host().orElse("an unknown host");
  }
}
