package io.drivetrain.pipeline.engine.diagnosis;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.api.run.RunWhy.Code;
import io.drivetrain.pipeline.api.run.RunWhy.Reason;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.diagnosis.DiagnosisRepository.Active;
import io.drivetrain.pipeline.engine.diagnosis.DiagnosisRepository.OpenStep;
import io.drivetrain.pipeline.engine.diagnosis.DiagnosisRepository.Workers;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Explains what a run is doing or waiting for. */
@ApplicationScoped
public class DiagnosisService {
  private final RunService runs;
  private final DiagnosisRepository facts;
  private final DefinitionCatalog definitions;

  DiagnosisService(RunService runs, DiagnosisRepository facts, DefinitionCatalog definitions) {
    this.definitions = definitions;
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
        Code.ENDED, "The run has ended: %s%s".formatted(run.state(), cause), Optional.empty());
  }

  private Reason queued(Run run) {
    Optional<Active> active = facts.active(run.pipeline());
    long before = facts.queuedBefore(run);
    String blocker =
        active
            .map(other ->
                "Run %s of pipeline '%s' %s"
                    .formatted(other.id(), run.pipeline(), activity(other.state())))
            .orElse("The run is about to start");
    String queue = before == 0 ? "" : "; %s queued before this one".formatted(count(before, "run"));
    return Reason.ofRun(Code.LIMIT_REACHED, blocker + queue + removal(run), active.map(Active::id));
  }

  private String removal(Run run) {
    return definitions.find(run.pipeline()).isPresent()
        ? ""
        : "; the file of the pipeline was removed, and the run will start all the same";
  }

  private static String activity(RunState active) {
    return switch (active) {
      case WAITING_APPROVAL -> "is waiting for approval";
      case CANCELLING -> "is being stopped";
      default -> "is active";
    };
  }

  private Reason reason(OpenStep step) {
    return switch (step.state()) {
      case RUNNING ->
          of(step, Code.RUNNING, "Running on worker %s%s".formatted(host(step), outage(step)));
      case CANCELLING ->
          Reason.ofStep(
              Code.STOPPING, step.step(), "Stopping on worker " + host(step), step.stopBy());
      case WAITING_APPROVAL ->
          Reason.ofStep(
              Code.WAITING_APPROVAL,
              step.step(),
              "Waiting for approval since %s: %s"
                  .formatted(step.startedAt().orElseThrow(), step.ask().orElseThrow()),
              step.overdueAt());
      case READY, RETRY_WAIT -> step.isDue() ? unclaimed(step) : waiting(step);
      default -> of(step, Code.UPSTREAM, "Waiting for " + String.join(", ", step.waitsFor()));
    };
  }

  /** A running step has a message only while it waits for a service. */
  private static String outage(OpenStep step) {
    return step.message()
        .map(message -> ". Waiting until a service answers: " + message)
        .orElse("");
  }

  private static Reason waiting(OpenStep step) {
    String cause = step.message().map(message -> ". " + message).orElse("");
    return Reason.ofStep(
        Code.WAITING_UNTIL,
        step.step(),
        "Attempt %d of %d starts at %s%s"
            .formatted(
                step.attempt() + 1, step.maxAttempts(), step.runAfter().orElseThrow(), cause),
        step.runAfter());
  }

  private Reason unclaimed(OpenStep step) {
    Workers workers = facts.workers();
    return of(
        step,
        Code.NO_FREE_WORKER,
        workers.workers() == 0
            ? "There are no workers: start a replica that has some"
            : "Waiting for a free worker: %s, %s, %d busy"
                .formatted(
                    count(workers.replicas(), "replica"),
                    count(workers.workers(), "worker"),
                    workers.busy()));
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static Reason of(OpenStep step, Code code, String message) {
    return Reason.ofStep(code, step.step(), message, Optional.empty());
  }

  private static String host(OpenStep step) {
    return step.host().orElse("an unknown host");
  }
}
