package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.event.RunEvents;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.progression.RunProgression;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Retries a step of an ended run in place: same run, same definition, same parameters. */
@ApplicationScoped
public class StepRetryService {
  private final RunService runs;
  private final DefinitionCatalog definitions;
  private final StepRetryRepository steps;
  private final RunProgression progression;
  private final RunEvents events;

  StepRetryService(
      RunService runs,
      DefinitionCatalog definitions,
      StepRetryRepository steps,
      RunProgression progression,
      RunEvents events) {
    this.runs = runs;
    this.definitions = definitions;
    this.steps = steps;
    this.progression = progression;
    this.events = events;
  }

  /**
   * Retries a step and everything that depends on it.
   *
   * @throws PipelineException when there is no such step, it did not end badly, the run has not
   *     ended, or another run of the pipeline is active
   */
  RunDetails retry(UUID id, String step, StepRetryRequest request) {
    QuarkusTransaction.requiringNew().run(() -> begin(id, step, request.sentence(step)));
    return runs.show(id);
  }

  /**
   * Of two concurrent retries, the second waits for the lock and then finds a run that has not
   * ended.
   */
  private void begin(UUID id, String step, String why) {
    Run run = runs.lock(id);
    Map<String, StepRun> standing =
        runs.steps(id).stream().collect(Collectors.toMap(StepRun::step, one -> one));
    Map<String, StepState> states =
        standing.values().stream()
            .collect(Collectors.toMap(StepRun::step, one -> one.outcome().state()));
    RetryScope scope = RetryScope.of(step, definition(run).steps(), states);
    progression.reopen(run, why);
    for (StepSpec spec : scope.steps()) {
      steps.begin(id, spec.id(), spec.maxAttempts());
      events.stepBecame(
          id,
          spec.id(),
          StepState.PENDING,
          standing.get(spec.id()).outcome().attempt(),
          StepReason.USER,
          why);
    }
    progression.advance(runs.lock(id));
  }

  private PipelineDefinition definition(Run run) {
    try {
      return definitions.version(run.definitionVersion());
    } catch (DefinitionException unreadable) {
      throw PipelineException.stepNotRetryable(unreadable.getMessage() + ". Trigger a new run.");
    }
  }
}
