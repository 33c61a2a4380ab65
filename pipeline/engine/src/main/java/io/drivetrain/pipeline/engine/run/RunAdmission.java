package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.definition.Concurrency;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.definition.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.ParameterOverlay;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Makes runs: starts them, or queues them behind each other. */
@ApplicationScoped
public class RunAdmission {
  private final RunRepository runs;
  private final RunService shown;
  private final DefinitionCatalog definitions;
  private final ParameterOverlay parameters;
  private final RunEvents events;
  private final RunCourse course;
  private final RunStopService stops;
  private final RunMetrics metrics;
  private final Clock clock;

  RunAdmission(
      RunRepository runs,
      RunService shown,
      DefinitionCatalog definitions,
      ParameterOverlay parameters,
      RunEvents events,
      RunCourse course,
      RunStopService stops,
      RunMetrics metrics,
      Clock clock) {
    this.runs = runs;
    this.shown = shown;
    this.definitions = definitions;
    this.parameters = parameters;
    this.events = events;
    this.course = course;
    this.stops = stops;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * @param isReplay the same request came before, and this is the run that it made
   */
  public record Triggered(RunDetails run, boolean isReplay) {}

  /**
   * Starts a run, or queues it while another one of the pipeline is active, as the concurrency of
   * its definition says.
   *
   * @throws PipelineException when there is no such pipeline, a parameter is wrong, or the pipeline
   *     takes one run at a time
   */
  Triggered trigger(String pipeline, RunRequest request, RunKey key) {
    definition(pipeline);
    return replay(pipeline, key).orElseGet(() -> start(asked(pipeline, request), key));
  }

  /**
   * What a trigger would do now.
   *
   * @throws PipelineException when there is no such pipeline, or a parameter is wrong
   */
  RunPreview preview(String pipeline, RunRequest request) {
    return preview(asked(pipeline, request));
  }

  private NewRun asked(String pipeline, RunRequest request) {
    PipelineDefinition definition = definition(pipeline);
    return new NewRun(
        definition,
        parameters.overlay(definition.parameters(), request.params()),
        request.note(),
        request.labels(),
        Optional.empty());
  }

  /**
   * The run that the same request made before.
   *
   * @throws PipelineException when its key came before with another request
   */
  public Optional<Triggered> replay(String pipeline, RunKey key) {
    return replayed(pipeline, key).map(id -> new Triggered(shown.show(id), true));
  }

  /**
   * Starts or queues a run, unless the same request has made one meanwhile.
   *
   * @throws PipelineException when the pipeline takes one run at a time, or the run that this one
   *     resumes goes on by itself
   */
  public Triggered start(NewRun run, RunKey key) {
    UUID id = RunId.at(clock.instant());
    boolean isNew =
        start(
            id,
            run.definition(),
            run.resumption(),
            () -> {
              run.resumption().ifPresent(resumption -> lockEnded(resumption.from()));
              return runs.insert(id, run, key);
            });
    return isNew
        ? new Triggered(shown.show(id), false)
        : replay(run.definition().id(), key).orElseThrow();
  }

  /** What a start would do now. */
  public RunPreview preview(NewRun run) {
    return RunPreviews.of(run, runs.findUnfinished(run.definition().id(), null));
  }

  private void lockEnded(UUID id) {
    Run run = shown.lock(id);
    if (!run.state().isTerminal()) {
      throw PipelineException.runNotEnded(id, run.state().name());
    }
  }

  /**
   * Starts or queues the run of a time of the schedule, with the default parameters. However often
   * the clock, or several of them, say so: one time makes one run.
   *
   * @return whether this call made it
   * @throws PipelineException when the pipeline takes one run at a time
   */
  public boolean startScheduled(String pipeline, Instant logicalTime) {
    PipelineDefinition definition = definition(pipeline);
    RunParameters values = parameters.defaults(definition.parameters());
    UUID id = RunId.at(clock.instant());
    return start(
        id,
        definition,
        Optional.empty(),
        () -> runs.insertScheduled(id, definition, values, RunTrigger.SCHEDULE, logicalTime));
  }

  private boolean start(
      UUID id,
      PipelineDefinition definition,
      Optional<Resumption> resumption,
      BooleanSupplier insert) {
    boolean isNew =
        QuarkusTransaction.requiringNew()
            .call(() -> insert.getAsBoolean() && begin(id, definition, resumption));
    if (isNew && definition.concurrency() == Concurrency.REPLACE) {
      stops.replaceBefore(id, definition.id());
    }
    return isNew;
  }

  /**
   * Starts or queues another run of a time of the schedule, within the transaction of the caller.
   *
   * @throws PipelineException when the pipeline takes one run at a time
   */
  public UUID startBackfill(String pipeline, Instant logicalTime) {
    PipelineDefinition definition = definition(pipeline);
    RunParameters values = parameters.defaults(definition.parameters());
    UUID id = RunId.at(clock.instant());
    runs.insertScheduled(id, definition, values, RunTrigger.BACKFILL, logicalTime);
    begin(id, definition, Optional.empty());
    return id;
  }

  private boolean begin(UUID id, PipelineDefinition definition, Optional<Resumption> resumption) {
    runs.lockQueue(definition.id());
    if (definition.concurrency() == Concurrency.REJECT) {
      runs.findUnfinished(definition.id(), id)
          .ifPresent(other -> {
            throw PipelineException.runActive(definition.id(), other);
          });
    }
    runs.insertSteps(id, definition.steps());
    String origin = resumption.map(one -> "It goes on from run " + one.from() + ".").orElse(null);
    events.runBecame(id, definition.id(), RunState.QUEUED, null, origin);
    resumption.ifPresent(one -> reuse(id, one, definition));
    course.startNext(definition.id());
    return true;
  }

  private void reuse(UUID id, Resumption resumption, PipelineDefinition definition) {
    List<String> reused = resumption.reused(definition.steps());
    for (RunRepository.Reused step : runs.reuse(id, resumption.from(), reused)) {
      String message =
          "Reused from run %s, attempt %d.".formatted(step.from().runId(), step.from().attempt());
      events.stepBecame(id, step.step(), StepState.REUSED, null, null, message);
    }
  }

  private Optional<UUID> replayed(String pipeline, RunKey key) {
    return key.key()
        .flatMap(text -> runs.findByKey(pipeline, text))
        .map(replay -> {
          if (!key.bodyHash().equals(Optional.of(replay.bodyHash()))) {
            throw PipelineException.idempotencyKeyReused(key.key().orElseThrow());
          }
          return replay.runId();
        });
  }

  /** Starts what waits although nothing of its pipeline is active, and counts what waits. */
  public void startForgotten() {
    for (String pipeline : runs.idleQueues()) {
      QuarkusTransaction.requiringNew().run(() -> course.startNext(pipeline));
    }
    metrics.queueDepth(runs.countQueued());
  }

  private PipelineDefinition definition(String pipeline) {
    return definitions
        .find(pipeline)
        .orElseThrow(() -> PipelineException.notFound("pipeline", pipeline));
  }
}
