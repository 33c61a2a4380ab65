package io.drivetrain.pipeline.engine.overview;

import io.drivetrain.pipeline.api.overview.PipelineOverview;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Parameter;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Pipeline;
import io.drivetrain.pipeline.api.overview.PipelineOverview.RefusedDefinition;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Schedule;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Step;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.run.RunService;
import io.drivetrain.pipeline.engine.schedule.ScheduleService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows what can be run. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PipelineResource {
  private final DefinitionCatalog definitions;
  private final ScheduleService schedules;
  private final RunService runs;
  private final DefinitionWarnings warnings;

  public PipelineResource(
      DefinitionCatalog definitions,
      ScheduleService schedules,
      RunService runs,
      DefinitionWarnings warnings) {
    this.definitions = definitions;
    this.schedules = schedules;
    this.runs = runs;
    this.warnings = warnings;
  }

  @GET
  @Path("/pipelines")
  @Operation(summary = "List pipelines with schedule, parameters and last run")
  public PipelineOverview list() {
    return new PipelineOverview(
        definitions.all().stream().map(this::pipeline).toList(),
        definitions.refused().stream()
            .map(file -> new RefusedDefinition(file.file(), file.errors(), file.servedVersion()))
            .toList());
  }

  private Pipeline pipeline(PipelineDefinition definition) {
    Optional<Schedule> schedule = schedule(definition);
    return new Pipeline(
        definition.id(),
        definition.label(),
        definition.description(),
        definition.version(),
        definitions.file(definition),
        warnings.of(definition, schedule),
        schedule,
        definition.concurrency(),
        definition.deadline(),
        definition.parameters().stream().map(PipelineResource::parameter).toList(),
        definition.steps().stream().map(PipelineResource::step).toList(),
        runs.latest(definition.id()));
  }

  private static Parameter parameter(ParameterSpec parameter) {
    return new Parameter(
        parameter.name(),
        parameter.type(),
        parameter.defaultValue(),
        Optional.ofNullable(parameter.min()),
        Optional.ofNullable(parameter.max()),
        parameter.description(),
        Optional.ofNullable(parameter.label()),
        Optional.ofNullable(parameter.help()));
  }

  private static Step step(StepSpec step) {
    return new Step(
        step.id(),
        step.kind(),
        step.needs(),
        step.maxAttempts(),
        Optional.ofNullable(step.timeout()),
        step.always());
  }

  private Optional<Schedule> schedule(PipelineDefinition definition) {
    return schedules
        .find(definition.id())
        .map(view ->
            new Schedule(
                view.cron(),
                view.timeZone(),
                view.catchUp(),
                view.paused().isPresent(),
                view.next()));
  }
}
