package io.drivetrain.pipeline.engine.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.database.DatabaseException;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.engine.definition.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.log.AttemptLog;
import io.drivetrain.pipeline.engine.output.NoResult;
import io.drivetrain.pipeline.engine.output.OutputJson;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunOutputs;
import io.drivetrain.pipeline.engine.run.RunService;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Calls a step, and turns whatever comes of it into an ending. */
@ApplicationScoped
class StepRunner {
  private static final Logger LOG = Logger.getLogger(StepRunner.class);
  private static final int LARGEST_OUTPUT_BYTES = 64 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final RunService runs;
  private final DefinitionCatalog definitions;
  private final InputFiles files;
  private final ExecutionRepository claims;
  private final RunOutputs outputs;
  private final Map<String, Step> steps;

  StepRunner(
      RunService runs,
      DefinitionCatalog definitions,
      InputFiles files,
      ExecutionRepository claims,
      RunOutputs outputs,
      @All List<Step> steps) {
    this.runs = runs;
    this.definitions = definitions;
    this.files = files;
    this.claims = claims;
    this.outputs = outputs;
    this.steps = steps.stream().collect(Collectors.toMap(Step::kind, Function.identity()));
  }

  /** What comes of a step that was told to stop is of no use; see {@link HeldStep#leave}. */
  Ending run(HeldStep held, AttemptLog log) {
    Claim claim = held.claim();
    try {
      Run run = runs.find(claim.runId()).orElseThrow();
      PipelineDefinition definition = definitions.version(run.definitionVersion());
      StepSpec spec = definition.step(claim.step()).orElseThrow();
      Step step = steps.get(spec.kind());
      RunParameters parameters = run.parameters().only(step::reads);
      noteInputs(claim, files.hashes(definition.parameters(), parameters));
      StepContext context = context(held, log, run, definition, parameters);
      return ending(step, call(step, context, log));
    } catch (StepFailedException failed) {
      LOG.infof(
          failed.getCause(),
          "Step %s of run %s failed: %s",
          claim.step(),
          claim.runId(),
          failed.getMessage());
      if (failed.getCause() != null) {
        log.error("What made it fail:", failed.getCause());
      }
      return new Ending.GivenUp(StepReason.EXCEPTION, failed.getMessage());
    } catch (DefinitionException unreadable) {
      return new Ending.GivenUp(
          StepReason.CONFIG, unreadable.getMessage() + ". Trigger a new run.");
    } catch (OutOfMemoryError full) {
      return incident(held, log, StepReason.OOM, "The step ran out of memory", full);
    } catch (Throwable unexpected) { // whatever a step throws, its run must not hang
      return incident(
          held, log, StepReason.EXCEPTION, "The step met an unexpected error", unexpected);
    }
  }

  /** The ending of a step whose own one the database refuses. */
  Ending unstorable(HeldStep held, AttemptLog log, DatabaseException refused) {
    return incident(held, log, StepReason.EXCEPTION, "The step's result cannot be stored", refused);
  }

  /** What a later run must find unchanged to use again what the step brings. */
  private void noteInputs(Claim claim, Map<String, Object> hashes) throws JsonProcessingException {
    if (!hashes.isEmpty()) {
      claims.noteInputs(claim, JSON.writeValueAsString(hashes));
    }
  }

  /** Only what the step itself logs goes into the log of the try: the engine writes its own. */
  private static StepResult call(Step step, StepContext context, AttemptLog log) throws Exception {
    try (AttemptLog.Capture _ = log.capture()) {
      return step.run(context);
    }
  }

  private static Ending incident(
      HeldStep held, AttemptLog log, StepReason reason, String message, Throwable error) {
    UUID incident = UUID.randomUUID();
    if (!held.isStopped()) {
      LOG.errorf(
          error,
          "Incident %s: step %s of run %s, attempt %d",
          incident,
          held.claim().step(),
          held.claim().runId(),
          held.claim().attempt());
      log.error("Incident %s:".formatted(incident), error);
    }
    return Ending.unexpected(
        held.claim(), reason, "%s; the log has it as incident %s.".formatted(message, incident));
  }

  private StepContext context(
      HeldStep held,
      AttemptLog log,
      Run run,
      PipelineDefinition definition,
      RunParameters parameters) {
    List<StepRun> ended =
        runs.steps(run.id()).stream()
            .filter(earlier -> earlier.outcome().state().isTerminal())
            .toList();
    Map<String, StepOutcome> outcomes = new LinkedHashMap<>();
    ended.forEach(earlier -> outcomes.put(earlier.step(), earlier.outcome()));
    Claim claim = held.claim();
    return new StepContext(
        run.id(),
        definition,
        parameters,
        outputs.of(run, ended),
        outcomes,
        claim.attempt(),
        claim.fence(),
        run.startedAt().orElseThrow(),
        (text, fraction) -> {
          held.report(text, fraction);
          log.progress(text, fraction);
        });
  }

  private static Ending ending(Step step, StepResult result) {
    return switch (result) {
      case StepResult.Succeeded done -> limited(declared(step, done.output()), Ending::succeeded);
      case StepResult.Rejected no ->
          limited(declared(step, no.output()), output -> Ending.rejected(no.message(), output));
      case StepResult.Failed failed -> new Ending.GivenUp(StepReason.EXCEPTION, failed.message());
    };
  }

  private static Record declared(Step step, Record output) {
    if (output instanceof NoResult || step.output().type().isInstance(output)) {
      return output;
    }
    throw new IllegalStateException(
        "kind %s declares %s, but produced %s"
            .formatted(step.kind(), step.output().type(), output.getClass()));
  }

  private static Ending limited(Record output, Function<String, Ending> ending) {
    String json = OutputJson.write(output);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes <= LARGEST_OUTPUT_BYTES) {
      return ending.apply(json);
    }
    return new Ending.GivenUp(
        StepReason.EXCEPTION,
        "The output has %d bytes of JSON, but may have %d; its largest key is '%s'. Store it as an artifact."
            .formatted(bytes, LARGEST_OUTPUT_BYTES, largestKey(output)));
  }

  private static String largestKey(Record output) {
    return OutputJson.tree(output).properties().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().toString().length()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
