package io.drivetrain.pipeline.engine.parameter;

import io.drivetrain.access.problem.FieldError;
import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Overlays the declared parameters of a definition with those of a request. */
@ApplicationScoped
public class ParameterOverlay {
  private final DataFolder data;

  public ParameterOverlay(DataFolder data) {
    this.data = data;
  }

  /** The declared defaults. A file is not looked for: a scheduled run that misses it must show. */
  public RunParameters defaults(List<ParameterSpec> declared) {
    Map<String, Object> values = new LinkedHashMap<>();
    declared.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
    return new RunParameters(values);
  }

  /**
   * The declared defaults with the overrides of a request. Files must exist.
   *
   * @throws PipelineException naming every parameter that is unknown, of a wrong type, out of its
   *     bounds or without its file
   */
  public RunParameters overlay(List<ParameterSpec> declared, Map<String, Object> overrides) {
    Map<String, Object> values = new LinkedHashMap<>(defaults(declared).values());
    List<ParameterIssue> issues = new ArrayList<>();
    overrides.forEach((name, value) -> {
      if (values.replace(name, value) == null) {
        issues.add(new ParameterIssue(name, "is not a parameter of this pipeline"));
      }
    });
    for (ParameterSpec parameter : declared) {
      fault(parameter, values.get(parameter.name()))
          .ifPresent(fault -> issues.add(new ParameterIssue(parameter.name(), fault)));
    }
    if (!issues.isEmpty()) {
      throw refusal(issues, declared);
    }
    return new RunParameters(values);
  }

  private Optional<String> fault(ParameterSpec parameter, Object value) {
    Optional<String> fault = parameter.fault(value);
    if (fault.isPresent() || parameter.type() != ParameterType.FILE) {
      return fault;
    }
    return data.resolve((String) value).isPresent()
        ? Optional.empty()
        : Optional.of("there is no file '%s' in the data folder".formatted(value));
  }

  private static PipelineException refusal(
      List<ParameterIssue> issues, List<ParameterSpec> declared) {
    List<String> names = declared.stream().map(ParameterSpec::name).toList();
    String wrong =
        String.join("; ", issues.stream().map(i -> i.parameter() + " " + i.message()).toList());
    return PipelineException.parametersRefused(
        "%s. Accepted: %s.".formatted(wrong, String.join(", ", names)),
        issues.stream().map(i -> FieldError.ofParameter(i.parameter(), i.message())).toList(),
        names);
  }
}
