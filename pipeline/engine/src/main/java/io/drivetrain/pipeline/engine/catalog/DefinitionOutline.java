package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.api.definition.Concurrency;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.NotificationSpec;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of a definition file that belong to the engine. */
record DefinitionOutline(
    String id,
    String label,
    String description,
    ScheduleSpec schedule,
    Concurrency concurrency,
    Duration deadline,
    List<ParameterSpec> parameters,
    List<StepSpec> steps,
    List<NotificationSpec> notifications) {
  static final Set<String> KEYS =
      Arrays.stream(DefinitionOutline.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  DefinitionOutline {
    if (id == null || !ID.matcher(id).matches()) {
      throw new DefinitionException(
          "a pipeline needs an id of lower-case letters, digits and _, 64 at most", "id");
    }
    label = Objects.requireNonNullElse(label, id);
    description = Objects.requireNonNullElse(description, "");
    concurrency = Objects.requireNonNullElse(concurrency, Concurrency.QUEUE);
    if (deadline != null && (deadline.isNegative() || deadline.isZero())) {
      throw new DefinitionException("must be greater than zero, such as PT2H", "deadline");
    }
    parameters = parameters == null ? List.of() : List.copyOf(parameters);
    if (steps == null || steps.isEmpty()) {
      throw new DefinitionException("a pipeline needs at least one step", "steps");
    }
    notifications = notifications == null ? List.of() : List.copyOf(notifications);
    refuseDoubles("parameters", "name", parameters.stream().map(ParameterSpec::name).toList());
    refuseDoubles("steps", "id", steps.stream().map(StepSpec::id).toList());
    steps = List.copyOf(StepGraph.linked(steps));
  }

  PipelineDefinition with(String version, Map<String, Object> sections) {
    return new PipelineDefinition(
        id,
        version,
        label,
        description,
        Optional.ofNullable(schedule),
        concurrency,
        Optional.ofNullable(deadline),
        parameters,
        steps,
        notifications,
        sections);
  }

  private static void refuseDoubles(String list, String key, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        throw new DefinitionException("'" + names.get(i) + "' is a duplicate", list, i, key);
      }
    }
  }
}
