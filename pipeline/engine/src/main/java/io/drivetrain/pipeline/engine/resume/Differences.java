package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The changes since a run that affect a step, as clauses. Retries, timeouts and the version of the
 * file do not affect results.
 *
 * @param files SHA-256 of the files that the parameters name, by parameter, as they are now
 */
record Differences(
    PipelineDefinition definition,
    RunParameters parameters,
    Map<String, Object> files,
    ResumeOrigin origin) {

  /**
   * @param inputs the files that the step was given then, as {@link #files}
   */
  List<String> of(StepSpec step, StepKind kind, Map<String, Object> inputs) {
    Optional<PipelineDefinition> before = origin.definition();
    if (before.isEmpty()) {
      return List.of("the definition of the earlier run can no longer be read");
    }
    List<String> changes = new ArrayList<>();
    before
        .orElseThrow()
        .step(step.id())
        .ifPresent(earlier -> changes.addAll(ofSpec(step, earlier)));
    changes.addAll(ofSections(kind, before.orElseThrow()));
    definition.parameters().stream()
        .filter(parameter -> kind.reads(parameter.name()))
        .map(parameter -> ofParameter(parameter, inputs))
        .flatMap(Optional::stream)
        .forEach(changes::add);
    return changes;
  }

  private static List<String> ofSpec(StepSpec now, StepSpec before) {
    List<String> changes = new ArrayList<>();
    if (!now.kind().equals(before.kind())) {
      changes.add("its kind was " + before.kind());
    }
    if (!now.needs().equals(before.needs())) {
      changes.add(
          before.needs().isEmpty()
              ? "it had no dependencies"
              : "it depended on " + String.join(", ", before.needs()));
    }
    if (!Objects.equals(now.message(), before.message())) {
      changes.add("its message has changed");
    }
    return changes;
  }

  private List<String> ofSections(StepKind kind, PipelineDefinition before) {
    return Stream.concat(kind.sections().stream(), kind.optionalSections().stream())
        .map(DefinitionSection::key)
        .filter(key -> !Objects.equals(definition.sections().get(key), before.sections().get(key)))
        .sorted()
        .map(key -> "section '%s' of the definition has changed".formatted(key))
        .toList();
  }

  private Optional<String> ofParameter(ParameterSpec parameter, Map<String, Object> inputs) {
    String name = parameter.name();
    Object now = parameters.values().get(name);
    Object before = origin.parameters().values().get(name);
    if (before == null) {
      return Optional.of("parameter %s is new".formatted(name));
    }
    if (!now.equals(before)) {
      return Optional.of("parameter %s was %s".formatted(name, before));
    }
    return parameter.type() == ParameterType.FILE
        ? ofFile(now, files.get(name), inputs.get(name))
        : Optional.empty();
  }

  private static Optional<String> ofFile(Object path, Object now, Object before) {
    if (before == null) {
      return Optional.of("the earlier content of %s is not known".formatted(path));
    }
    return before.equals(now) ? Optional.empty() : Optional.of("%s has changed".formatted(path));
  }
}
