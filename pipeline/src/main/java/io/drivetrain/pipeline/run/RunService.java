package io.drivetrain.pipeline.run;

import io.drivetrain.pipeline.definition.DefinitionCatalog;
import io.drivetrain.pipeline.definition.PipelineDefinition;
import io.drivetrain.pipeline.parameter.ParameterOverlay;
import io.drivetrain.pipeline.parameter.RunParameters;
import io.drivetrain.pipeline.problem.PipelineException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Starts runs, queues them behind each other, and shows them. */
@ApplicationScoped
public class RunService {
  private final RunRepository runs;
  private final DefinitionCatalog definitions;
  private final ParameterOverlay parameters;
  private final RunSignals signals;
  private final Clock clock;

  RunService(
      RunRepository runs,
      DefinitionCatalog definitions,
      ParameterOverlay parameters,
      RunSignals signals,
      Clock clock) {
    this.runs = runs;
    this.definitions = definitions;
    this.parameters = parameters;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * @param isReplay the same request came before, and this is the run that it made
   */
  record Triggered(RunView run, boolean isReplay) {}

  /**
   * Starts a run, or queues it while another one of the pipeline is active.
   *
   * @throws PipelineException when there is no such pipeline or a parameter is wrong
   */
  Triggered trigger(String pipeline, RunRequest request, RunKey key) {
    PipelineDefinition definition = definition(pipeline);
    Optional<UUID> earlier = replayed(pipeline, key);
    if (earlier.isPresent()) {
      return new Triggered(view(earlier.orElseThrow()), true);
    }
    RunParameters values = parameters.overlay(definition.parameters(), request.params());
    UUID id = RunId.at(clock.instant());
    boolean isNew =
        QuarkusTransaction.requiringNew()
            .call(() ->
                runs.insert(id, definition, values, request.note(), key) && begin(id, definition));
    if (!isNew) {
      return new Triggered(view(replayed(pipeline, key).orElseThrow()), true);
    }
    signals.workReady();
    return new Triggered(view(id), false);
  }

  /**
   * Starts or queues the run of a time of the schedule, with the default parameters. However often
   * the clock, or several of them, say so: one time makes one run.
   *
   * @return whether this call made it
   */
  public boolean startScheduled(String pipeline, Instant logicalTime) {
    PipelineDefinition definition = definition(pipeline);
    RunParameters values = parameters.defaults(definition.parameters());
    UUID id = RunId.at(clock.instant());
    boolean isNew =
        QuarkusTransaction.requiringNew()
            .call(() ->
                runs.insertScheduled(id, definition, values, logicalTime) && begin(id, definition));
    signals.workReady();
    return isNew;
  }

  private boolean begin(UUID id, PipelineDefinition definition) {
    runs.insertSteps(id, definition.steps());
    runs.admitNext(definition.id());
    return true;
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

  /**
   * Starts the next queued run of a pipeline, within the transaction of the caller that ended the
   * active one.
   *
   * @return whether there was one
   */
  public boolean startNext(String pipeline) {
    return runs.admitNext(pipeline);
  }

  /** Starts what waits although nothing of its pipeline is active. A net; it finds nothing. */
  public void startForgotten() {
    for (String pipeline : runs.idleQueues()) {
      if (QuarkusTransaction.requiringNew().call(() -> runs.admitNext(pipeline))) {
        signals.workReady();
      }
    }
  }

  /** How many runs wait for another one of their pipeline. */
  public long queueDepth() {
    return runs.countQueued();
  }

  public Optional<Run> find(UUID id) {
    return runs.find(id);
  }

  public List<StepRun> steps(UUID id) {
    return runs.steps(List.of(id));
  }

  /** The run of a pipeline that was triggered last. */
  public Optional<RunView> latest(String pipeline) {
    return runs.findLatest(pipeline).map(run -> RunView.of(run, runs.steps(List.of(run.id()))));
  }

  /** A run when it has ended, or as it is after a time. Holds no connection while it waits. */
  RunView await(UUID id, Duration atMost) throws InterruptedException {
    signals.awaitEnd(id, () -> run(id).state().isTerminal(), atMost);
    return view(id);
  }

  RunPage list(RunFilter filter, RunCursor cursor, int limit) {
    List<Run> found = runs.list(filter, cursor, limit + 1);
    List<Run> page = found.stream().limit(limit).toList();
    Map<UUID, List<StepRun>> steps =
        runs.steps(page.stream().map(Run::id).toList()).stream()
            .collect(Collectors.groupingBy(StepRun::runId));
    return new RunPage(
        page.stream().map(run -> RunView.of(run, steps.getOrDefault(run.id(), List.of()))).toList(),
        found.size() > limit
            ? Optional.of(RunCursor.after(page.getLast()).token())
            : Optional.empty());
  }

  private RunView view(UUID id) {
    return RunView.of(run(id), runs.steps(List.of(id)));
  }

  private Run run(UUID id) {
    return runs.find(id).orElseThrow(() -> PipelineException.notFound("run", id.toString()));
  }

  private PipelineDefinition definition(String pipeline) {
    return definitions
        .find(pipeline)
        .orElseThrow(() -> PipelineException.notFound("pipeline", pipeline));
  }
}
