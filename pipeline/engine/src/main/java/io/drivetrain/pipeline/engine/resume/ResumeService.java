package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.execution.InputFiles;
import io.drivetrain.pipeline.engine.launch.IdempotencyKey;
import io.drivetrain.pipeline.engine.launch.NewRun;
import io.drivetrain.pipeline.engine.launch.Resumption;
import io.drivetrain.pipeline.engine.launch.RunLauncher;
import io.drivetrain.pipeline.engine.launch.RunRequest;
import io.drivetrain.pipeline.engine.parameter.ParameterOverlay;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Resumes an ended run as a new run: with the current definition, the parameters of the earlier run
 * or others, and the outputs of all steps whose inputs have not changed.
 */
@ApplicationScoped
public class ResumeService {
  private final RunService runs;
  private final RunLauncher launcher;
  private final DefinitionCatalog definitions;
  private final ParameterOverlay parameters;
  private final InputFiles files;
  private final Map<String, StepKind> kinds;

  ResumeService(
      RunService runs,
      RunLauncher launcher,
      DefinitionCatalog definitions,
      ParameterOverlay parameters,
      InputFiles files,
      @All List<StepKind> kinds) {
    this.runs = runs;
    this.launcher = launcher;
    this.definitions = definitions;
    this.parameters = parameters;
    this.files = files;
    this.kinds = kinds.stream().collect(Collectors.toMap(StepKind::kind, Function.identity()));
  }

  /**
   * Starts or queues the new run, depending on the concurrency of the pipeline.
   *
   * @throws PipelineException when there is no such run or pipeline any more, the run has not
   *     ended, it succeeded, a parameter is wrong, or the pipeline takes one run at a time
   */
  RunLauncher.Triggered resume(UUID id, RunRequest request, IdempotencyKey key) {
    Run run = run(id);
    return launcher
        .replay(run.pipeline(), key)
        .orElseGet(() -> launcher.start(plan(run, request), key));
  }

  /** What a resume would do now. */
  RunPreview preview(UUID id, RunRequest request) {
    return launcher.preview(plan(run(id), request));
  }

  private NewRun plan(Run run, RunRequest request) {
    requireResumable(run);
    PipelineDefinition definition =
        definitions
            .find(run.pipeline())
            .orElseThrow(() -> PipelineException.notFound("pipeline", run.pipeline()));
    RunParameters values = parameters(definition, run, request);
    Map<String, String> because =
        ResumePlan.because(
            definition,
            values,
            files.hashes(definition.parameters(), values),
            ResumeOrigin.of(begunWith(run), run.parameters(), runs.steps(run.id())),
            kinds);
    if (because.isEmpty()) {
      throw PipelineException.nothingToResume(
          "Every step of the current definition succeeded in run %s.".formatted(run.id()));
    }
    return new NewRun(
        definition,
        values,
        request.note(),
        request.labels().values().isEmpty() ? run.labels() : request.labels(),
        Optional.of(new Resumption(run.id(), because)));
  }

  private static void requireResumable(Run run) {
    if (!run.state().isTerminal()) {
      throw PipelineException.runNotEnded(run.id(), run.state().name());
    }
    if (run.state() == RunState.SUCCEEDED) {
      throw PipelineException.nothingToResume(
          "Run %s succeeded. Trigger a new run.".formatted(run.id()));
    }
  }

  /** Those of the earlier run, as far as they are still declared, with the request's over them. */
  private RunParameters parameters(PipelineDefinition definition, Run run, RunRequest request) {
    List<String> declared = definition.parameters().stream().map(ParameterSpec::name).toList();
    Map<String, Object> values =
        new LinkedHashMap<>(run.parameters().only(declared::contains).values());
    values.putAll(request.params());
    return parameters.overlay(definition.parameters(), values);
  }

  private Optional<PipelineDefinition> begunWith(Run run) {
    try {
      return Optional.of(definitions.version(run.definitionVersion()));
    } catch (DefinitionException unreadable) {
      return Optional.empty();
    }
  }

  private Run run(UUID id) {
    return runs.find(id).orElseThrow(() -> PipelineException.notFound("run", id.toString()));
  }
}
