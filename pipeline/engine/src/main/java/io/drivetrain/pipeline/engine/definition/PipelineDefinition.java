package io.drivetrain.pipeline.engine.definition;

import io.drivetrain.pipeline.api.definition.Concurrency;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline as its file describes it. The engine's own keys are components; what the kinds of
 * steps read stands in {@link #sections}, by key, in the types that they declared.
 *
 * @param id unique: {@code car_price_predictor_pipeline}
 * @param version SHA-256 of the file, 64 hexadecimal digits; a run keeps the version it started
 *     with
 * @param label one line, shown to users
 * @param description a few sentences, may be empty
 * @param schedule empty for a pipeline that is only triggered by hand
 * @param concurrency what becomes of a new run while another one is on its way
 * @param deadline how long a run may take from its start; empty for as long as it wants
 * @param steps in the order of the file, each with what it waits for
 */
public record PipelineDefinition(
    String id,
    String version,
    String label,
    String description,
    Optional<ScheduleSpec> schedule,
    Concurrency concurrency,
    Optional<Duration> deadline,
    List<ParameterSpec> parameters,
    List<StepSpec> steps,
    List<NotificationSpec> notifications,
    Map<String, Object> sections) {

  public PipelineDefinition {
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
    notifications = List.copyOf(notifications);
    sections = Map.copyOf(sections);
  }

  /**
   * The value of a section.
   *
   * @throws DefinitionException when the definition does not have it, which cannot happen to a step
   *     that declares the section
   */
  public <T> T section(DefinitionSection<T> section) {
    return find(section)
        .orElseThrow(() ->
            new DefinitionException(
                "pipeline " + id + " needs a section '" + section.key() + "'", section.key()));
  }

  /** The value of a section that a definition may leave out. */
  @SuppressWarnings("unchecked") // the reader put in what section.type() says
  public <T> Optional<T> find(DefinitionSection<T> section) {
    return Optional.ofNullable((T) sections.get(section.key()));
  }

  /** The step with an id. */
  public Optional<StepSpec> step(String stepId) {
    return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
  }
}
