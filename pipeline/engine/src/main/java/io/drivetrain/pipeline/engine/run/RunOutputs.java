package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.output.StoredOutput;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what steps of a run have produced by what their kinds declare. */
@ApplicationScoped
public class RunOutputs {
  private final DefinitionCatalog definitions;
  private final Map<String, StepKind> kinds;

  RunOutputs(DefinitionCatalog definitions, @All List<StepKind> kinds) {
    this.definitions = definitions;
    this.kinds = kinds.stream().collect(Collectors.toMap(StepKind::kind, Function.identity()));
  }

  /**
   * @param steps of the run, in their order
   */
  public StepOutputs of(Run run, List<StepRun> steps) {
    Map<String, String> names = definitions.kinds(run.definitionVersion());
    return new StepOutputs(
        steps.stream()
            .map(step ->
                new StoredOutput(
                    step.step(),
                    kind(names, step).<StepOutput<?>>map(StepKind::output).orElse(StepOutput.NONE),
                    step.output()))
            .toList());
  }

  /** The name of a step's kind for people; its id when this build does not have the kind. */
  public StepLabel label(Run run, StepRun step) {
    return kind(definitions.kinds(run.definitionVersion()), step)
        .map(StepKind::label)
        .orElseGet(() -> StepLabel.of(step.step()));
  }

  private Optional<StepKind> kind(Map<String, String> names, StepRun step) {
    return Optional.ofNullable(names.get(step.step())).map(kinds::get);
  }
}
