package io.drivetrain.pipeline.engine.overview;

import io.drivetrain.pipeline.engine.definition.CatchUp;
import io.drivetrain.pipeline.engine.definition.Concurrency;
import io.drivetrain.pipeline.engine.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.definition.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.run.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All pipelines, and the files that define none because of their errors.
 *
 * @param refused with file, line, column and cause of each error
 */
public record PipelineOverview(List<Pipeline> pipelines, List<Refused> refused) {

  /**
   * One pipeline.
   *
   * @param file that defines it, without the folder
   * @param warnings what a run could not work with as things are now
   * @param lastRun the one that was triggered last
   */
  public record Pipeline(
      String id,
      String label,
      String description,
      String version,
      String file,
      List<DefinitionIssue> warnings,
      Optional<Schedule> schedule,
      Concurrency concurrency,
      Optional<Duration> deadline,
      List<ParameterSpec> parameters,
      List<Step> steps,
      Optional<RunView> lastRun) {}

  /**
   * When a pipeline starts by itself.
   *
   * @param next the next time; none while it is paused
   */
  public record Schedule(
      String cron, String timeZone, CatchUp catchUp, boolean paused, Optional<Instant> next) {}

  /**
   * A step as it is defined.
   *
   * @param needs the steps that it waits for
   * @param timeout how long one try may take
   */
  public record Step(
      String id,
      String kind,
      List<String> needs,
      int maxAttempts,
      Optional<Duration> timeout,
      boolean always) {}
}
