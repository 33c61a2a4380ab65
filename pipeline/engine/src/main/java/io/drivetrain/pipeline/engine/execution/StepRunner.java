package io.drivetrain.pipeline.engine.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.database.DatabaseException;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
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

/** Runs a step and turns its outcome into the result of the attempt. */
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
  private final OutageWait outages;
  private final Map<String, Step> steps;

  StepRunner(
      RunService runs,
      DefinitionCatalog definitions,
      InputFiles files,
      ExecutionRepository claims,
      RunOutputs outputs,
      OutageWait outages,
      @All List<Step> steps) {
    this.runs = runs;
    this.definitions = definitions;
    this.files = files;
    this.claims = claims;
    this.outputs = outputs;
    this.outages = outages;
    this.steps = steps.stream().collect(Collectors.toMap(Step::kind, Function.identity()));
  }

  /**
   * Runs a step, again while a service that it uses is away. The result of a step that was told to
   * stop is ignored; see {@link LeasedStep#leave}.
   */
  AttemptResult run(LeasedStep leased, AttemptLog log) {
    OutageWait.Waiting waiting = outages.of(leased, log);
    while (true) {
      try {
        return once(leased, log, waiting);
      } catch (Throwable error) { // whatever a step throws, its run must not hang
        if (!waiting.mayGoOn(error)) {
          return failure(leased, error);
        }
      }
    }
  }

  private AttemptResult once(LeasedStep leased, AttemptLog log, OutageWait.Waiting waiting)
      throws Exception {
    Claim claim = leased.claim();
    Run run = runs.find(claim.runId()).orElseThrow();
    PipelineDefinition definition = definitions.version(run.definitionVersion());
    StepSpec spec = definition.step(claim.step()).orElseThrow();
    Step step = steps.get(spec.kind());
    RunParameters parameters = run.parameters().only(step::reads);
    noteInputs(claim, files.hashes(definition.parameters(), parameters));
    StepContext context = context(leased, log, waiting, run, definition, parameters);
    return attemptResult(step, call(step, context, log));
  }

  private static AttemptResult failure(LeasedStep leased, Throwable error) {
    return switch (error) {
      case StepFailedException failed -> failure(leased.claim(), failed);
      case DefinitionException unreadable ->
          new AttemptResult.Failed(
              StepReason.CONFIG, unreadable.getMessage() + ". Trigger a new run.");
      case OutOfMemoryError full -> incident(leased, StepReason.OOM, "Out of memory", full);
      default -> incident(leased, StepReason.EXCEPTION, "Unexpected error", error);
    };
  }

  private static AttemptResult failure(Claim claim, StepFailedException failed) {
    LOG.infof(
        failed.getCause(),
        "Step %s of run %s failed: %s",
        claim.step(),
        claim.runId(),
        failed.getMessage());
    return new AttemptResult.Failed(StepReason.EXCEPTION, failed.getMessage());
  }

  /** The result of a step whose own result the database refuses. */
  AttemptResult unstorable(LeasedStep leased, DatabaseException refused) {
    return incident(leased, StepReason.EXCEPTION, "The result cannot be stored", refused);
  }

  /** Stores what a later run must find unchanged to reuse the output. */
  private void noteInputs(Claim claim, Map<String, Object> hashes) throws JsonProcessingException {
    if (!hashes.isEmpty()) {
      claims.noteInputs(claim, JSON.writeValueAsString(hashes));
    }
  }

  /** Captures only what the step itself logs. */
  private static StepResult call(Step step, StepContext context, AttemptLog log) throws Exception {
    try (AttemptLog.Capture _ = log.capture()) {
      return step.run(context);
    }
  }

  private static AttemptResult incident(
      LeasedStep leased, StepReason reason, String message, Throwable error) {
    UUID incident = UUID.randomUUID();
    if (!leased.isStopped()) {
      LOG.errorf(
          error,
          "Incident %s: step %s of run %s, attempt %d",
          incident,
          leased.claim().step(),
          leased.claim().runId(),
          leased.claim().attempt());
    }
    return AttemptResult.unexpected(
        leased.claim(),
        reason,
        "%s (incident %s in the log of the pipeline).".formatted(message, incident));
  }

  private StepContext context(
      LeasedStep leased,
      AttemptLog log,
      OutageWait.Waiting waiting,
      Run run,
      PipelineDefinition definition,
      RunParameters parameters) {
    List<StepRun> ended =
        runs.steps(run.id()).stream()
            .filter(earlier -> earlier.outcome().state().isTerminal())
            .toList();
    Map<String, StepOutcome> outcomes = new LinkedHashMap<>();
    ended.forEach(earlier -> outcomes.put(earlier.step(), earlier.outcome()));
    Claim claim = leased.claim();
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
          waiting.goesOn();
          leased.report(text, fraction);
          log.progress(text, fraction);
        });
  }

  private static AttemptResult attemptResult(Step step, StepResult result) {
    return switch (result) {
      case StepResult.Succeeded done ->
          limited(declared(step, done.output()), AttemptResult::succeeded);
      case StepResult.Rejected no ->
          limited(
              declared(step, no.output()), output -> AttemptResult.rejected(no.message(), output));
      case StepResult.Failed failed ->
          new AttemptResult.Failed(StepReason.EXCEPTION, failed.message());
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

  private static AttemptResult limited(Record output, Function<String, AttemptResult> constructor) {
    String json = OutputJson.write(output);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes <= LARGEST_OUTPUT_BYTES) {
      return constructor.apply(json);
    }
    return new AttemptResult.Failed(
        StepReason.EXCEPTION,
        "The output is %d bytes of JSON, and the limit is %d; its largest key is '%s'. Store it as an artifact."
            .formatted(bytes, LARGEST_OUTPUT_BYTES, largestKey(output)));
  }

  private static String largestKey(Record output) {
    return OutputJson.tree(output).properties().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().toString().length()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
