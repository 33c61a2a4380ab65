package io.drivetrain.pipeline.engine.overview;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Schedule;
import io.drivetrain.pipeline.engine.definition.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.DataFolder;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a definition says and a run could not work with now. Asked anew each time, and no reason to
 * refuse the file: data may arrive before the run does.
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
                "the data folder has no readable file '%s'; put it there before a run that names no other"
                    .formatted(parameter.defaultValue())));
      }
    }
    if (schedule.isPresent() && isOver(schedule.orElseThrow())) {
      warnings.add(
          definitions.issue(
              definition,
              List.of("schedule", "cron"),
              "the schedule has no time that is still to come; runs begin by hand only"));
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
