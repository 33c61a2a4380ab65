package io.drivetrain.pipeline.api.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.drivetrain.pipeline.api.step.StepLink;
import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A run.
 *
 * @param state null, to a reader that is older than the service, when it does not know the state
 * @param message why it waits or ended as it did
 * @param logicalTime the time of the schedule that it stands for
 * @param resumedFrom the run that it resumes
 * @param labels what people sort runs by, in the order of their names
 * @param links what its steps declare to show
 */
@JsonPropertyOrder({"id", "pipeline", "state", "reason", "message"})
@JsonIgnoreProperties(
    value = {"mlflowRunId", "modelVersion", "dataHash"},
    allowGetters = true)
public record RunDetails(
    UUID id,
    String pipeline,
    RunState state,
    Optional<StepReason> reason,
    Optional<String> message,
    RunTrigger trigger,
    Optional<Instant> logicalTime,
    Optional<UUID> resumedFrom,
    Map<String, Object> params,
    String note,
    Map<String, String> labels,
    String definitionVersion,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    List<StepLink> links,
    List<StepDetails> steps) {

  public RunDetails {
    note = Objects.requireNonNullElse(note, "");
    params = params == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(params));
    labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    links = links == null ? List.of() : List.copyOf(links);
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** Whether nothing more happens to it by itself. */
  public boolean hasEnded() {
    return state != null && state.isTerminal();
  }

  /** The value of the link with a name; empty when no step declares it. */
  public Optional<String> link(String name) {
    return links.stream().filter(link -> link.name().equals(name)).map(StepLink::value).findFirst();
  }

  /** Id of the tracking run in the registry. */
  @JsonProperty
  public Optional<String> mlflowRunId() {
    return link("mlflowRunId");
  }

  /** The version of the registered model that the run made. */
  @JsonProperty
  public Optional<String> modelVersion() {
    return link("modelVersion");
  }

  /** SHA-256 of the data that the run checked. */
  @JsonProperty
  public Optional<String> dataHash() {
    return link("dataHash");
  }

  public Optional<StepDetails> step(String id) {
    return steps.stream().filter(step -> step.step().equals(id)).findFirst();
  }
}
