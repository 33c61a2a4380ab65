package io.drivetrain.pipeline.engine.overview;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Schedule;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.DataFolder;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Warnings about a definition that would fail if it ran now. Computed each time and no reason to
 * reject the file: data may arrive before the run does.
 */
@ApplicationScoped
class DefinitionWarnings {
  private final DefinitionCatalog definitions;
  private final DataFolder data;

  DefinitionWarnings(DefinitionCatalog definitions, DataFolder data) {
    this.definitions = definitions;
    this.data = data;
  }

  List<DefinitionIssue> of(PipelineDefinition definition, Optional<Schedule> schedule) {
    List<DefinitionIssue> warnings = new ArrayList<>();
    List<ParameterSpec> parameters = definition.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      ParameterSpec parameter = parameters.get(i);
      if (parameter.type() == ParameterType.FILE && !exists(parameter.defaultValue())) {
        warnings.add(
            definitions.issue(
                definition,
                List.of("parameters", i, "default"),
                "the data folder has no readable file '%s'; add it, or name another file when you start a run"
                    .formatted(parameter.defaultValue())));
      }
    }
    if (schedule.isPresent() && isOver(schedule.orElseThrow())) {
      warnings.add(
          definitions.issue(
              definition,
              List.of("schedule", "cron"),
              "the schedule has no future times; runs start only when triggered"));
    }
    return warnings;
  }

  private boolean exists(Object file) {
    return data.resolve((String) file).isPresent();
  }

  private static boolean isOver(Schedule schedule) {
    return !schedule.paused() && schedule.next().isEmpty();
  }
}
