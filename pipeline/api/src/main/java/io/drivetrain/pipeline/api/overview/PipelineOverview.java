package io.drivetrain.pipeline.api.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.pipeline.api.definition.CatchUp;
import io.drivetrain.pipeline.api.definition.Concurrency;
import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.step.StepLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All pipelines, and the files that define none because of their errors.
 *
 * @param refused with file, line, column and cause of each error
 */
public record PipelineOverview(List<Pipeline> pipelines, List<RefusedDefinition> refused) {

  public PipelineOverview {
    pipelines = pipelines == null ? List.of() : List.copyOf(pipelines);
    refused = refused == null ? List.of() : List.copyOf(refused);
  }

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
      List<Parameter> parameters,
      List<Step> steps,
      Optional<RunDetails> lastRun) {
    public Pipeline {
      warnings = warnings == null ? List.of() : List.copyOf(warnings);
      parameters = parameters == null ? List.of() : List.copyOf(parameters);
      steps = steps == null ? List.of() : List.copyOf(steps);
    }
  }

  /**
   * A file that defines no pipeline because of its errors.
   *
   * @param file its name, without the folder
   * @param servedVersion the version that the file had before and that is served until it is right
   *     again
   */
  public record RefusedDefinition(
      String file, List<DefinitionIssue> errors, Optional<String> servedVersion) {
    public RefusedDefinition {
      errors = errors == null ? List.of() : List.copyOf(errors);
    }
  }

  /**
   * A parameter that a run may override.
   *
   * @param name dotted and lower case: {@code train.trees}
   * @param type a text for a reader that is older than the service and does not know the type
   * @param defaultValue its value when a run says nothing
   * @param min smallest number, inclusive
   * @param max largest number, inclusive
   * @param description one sentence, shown to users; may be empty
   * @param label its name for people; empty: they see the name
   * @param help the description in each language; empty: there is only that
   */
  public record Parameter(
      String name,
      ParameterType type,
      @JsonProperty("default") Object defaultValue,
      Optional<Double> min,
      Optional<Double> max,
      String description,
      Optional<StepLabel> label,
      Optional<StepLabel> help) {
    public Parameter {
      type = Objects.requireNonNullElse(type, ParameterType.TEXT);
    }
  }

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
   * @param timeout how long one attempt may take
   */
  public record Step(
      String id,
      String kind,
      List<String> needs,
      int maxAttempts,
      Optional<Duration> timeout,
      boolean always) {}
}
