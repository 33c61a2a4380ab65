package io.drivetrain.pipeline.engine.launch;

import io.drivetrain.pipeline.api.definition.Concurrency;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.cancellation.CancellationService;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.event.RunEvents;
import io.drivetrain.pipeline.engine.parameter.ParameterOverlay;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.progression.RunProgression;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunId;
import io.drivetrain.pipeline.engine.run.RunMeters;
import io.drivetrain.pipeline.engine.run.RunService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Creates runs, and starts or queues them. */
@ApplicationScoped
public class RunLauncher {
  private final LaunchRepository launches;
  private final RunService runs;
  private final DefinitionCatalog definitions;
  private final ParameterOverlay parameters;
  private final RunEvents events;
  private final RunProgression progression;
  private final CancellationService cancellations;
  private final RunMeters meters;
  private final Clock clock;

  RunLauncher(
      LaunchRepository launches,
      RunService runs,
      DefinitionCatalog definitions,
      ParameterOverlay parameters,
      RunEvents events,
      RunProgression progression,
      CancellationService cancellations,
      RunMeters meters,
      Clock clock) {
    this.launches = launches;
    this.runs = runs;
    this.definitions = definitions;
    this.parameters = parameters;
    this.events = events;
    this.progression = progression;
    this.cancellations = cancellations;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * @param isReplay the same request came before, and this is the run that it made
   */
  public record Triggered(RunDetails run, boolean isReplay) {}

  /**
   * Starts a run, or queues it while another run of the pipeline is active, depending on the
   * concurrency of the definition.
   *
   * @throws PipelineException when there is no such pipeline, a parameter is wrong, or the pipeline
   *     takes one run at a time
   */
  Triggered trigger(String pipeline, RunRequest request, IdempotencyKey key) {
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
   * The run that the same request created before.
   *
   * @throws PipelineException when its key was used for another request
   */
  public Optional<Triggered> replay(String pipeline, IdempotencyKey key) {
    return replayed(pipeline, key).map(id -> new Triggered(runs.show(id), true));
  }

  /**
   * Starts or queues a run, unless the same request has made one meanwhile.
   *
   * @throws PipelineException when the pipeline takes one run at a time, or the run that it resumes
   *     has not ended
   */
  public Triggered start(NewRun run, IdempotencyKey key) {
    UUID id = RunId.at(clock.instant());
    boolean isNew =
        start(
            id,
            run.definition(),
            run.resumption(),
            () -> {
              run.resumption().ifPresent(resumption -> lockEnded(resumption.from()));
              return launches.insert(id, run, key);
            });
    return isNew
        ? new Triggered(runs.show(id), false)
        : replay(run.definition().id(), key).orElseThrow();
  }

  /** What a start would do now. */
  public RunPreview preview(NewRun run) {
    return RunPreviews.of(run, launches.findUnfinished(run.definition().id(), null));
  }

  private void lockEnded(UUID id) {
    Run run = runs.lock(id);
    if (!run.state().isTerminal()) {
      throw PipelineException.runNotEnded(id, run.state().name());
    }
  }

  /**
   * Starts or queues the run of a scheduled time with the default parameters. Idempotent: one time
   * creates one run, even if several replicas ask for it.
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
        () -> launches.insertScheduled(id, definition, values, RunTrigger.SCHEDULE, logicalTime));
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
      cancellations.replaceBefore(id, definition.id());
    }
    return isNew;
  }

  /**
   * Starts or queues the backfill run of a scheduled time in the transaction of the caller.
   *
   * @throws PipelineException when the pipeline takes one run at a time
   */
  public UUID startBackfill(String pipeline, Instant logicalTime) {
    PipelineDefinition definition = definition(pipeline);
    RunParameters values = parameters.defaults(definition.parameters());
    UUID id = RunId.at(clock.instant());
    launches.insertScheduled(id, definition, values, RunTrigger.BACKFILL, logicalTime);
    begin(id, definition, Optional.empty());
    return id;
  }

  private boolean begin(UUID id, PipelineDefinition definition, Optional<Resumption> resumption) {
    progression.lockQueue(definition.id());
    if (definition.concurrency() == Concurrency.REJECT) {
      launches
          .findUnfinished(definition.id(), id)
          .ifPresent(other -> {
            throw PipelineException.runActive(definition.id(), other);
          });
    }
    launches.insertSteps(id, definition.steps());
    String origin = resumption.map(one -> "Resumes run " + one.from() + ".").orElse(null);
    events.runBecame(id, definition.id(), RunState.QUEUED, null, origin);
    resumption.ifPresent(one -> reuse(id, one, definition));
    progression.startNext(definition.id());
    return true;
  }

  private void reuse(UUID id, Resumption resumption, PipelineDefinition definition) {
    List<String> reused = resumption.reused(definition.steps());
    for (LaunchRepository.Reused step : launches.reuse(id, resumption.from(), reused)) {
      String message =
          "Reused from run %s, attempt %d.".formatted(step.from().runId(), step.from().attempt());
      events.stepBecame(id, step.step(), StepState.REUSED, null, null, message);
    }
  }

  private Optional<UUID> replayed(String pipeline, IdempotencyKey key) {
    return key.key()
        .flatMap(text -> launches.findByKey(pipeline, text))
        .map(replay -> {
          if (!key.bodyHash().equals(Optional.of(replay.bodyHash()))) {
            throw PipelineException.idempotencyKeyReused(key.key().orElseThrow());
          }
          return replay.runId();
        });
  }

  /** Starts queued runs of pipelines that have no active run, and counts queued runs. */
  public void startForgotten() {
    for (String pipeline : launches.idleQueues()) {
      QuarkusTransaction.requiringNew().run(() -> progression.startNext(pipeline));
    }
    meters.queueDepth(launches.countQueued());
  }

  private PipelineDefinition definition(String pipeline) {
    return definitions
        .find(pipeline)
        .orElseThrow(() -> PipelineException.notFound("pipeline", pipeline));
  }
}
