package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.drivetrain.pipeline.api.step.StepLink;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A run of a pipeline.
 *
 * @param message why it waits or ended as it did, for people, in English
 * @param logicalTime the time of the schedule that it stands for
 * @param resumedFrom the run that it resumes
 * @param links what its steps made outside of the pipeline
 */
public record Run(
    UUID id,
    String pipeline,
    RunState state,
    Optional<Reason> reason,
    Optional<String> message,
    Trigger trigger,
    Optional<Instant> logicalTime,
    Map<String, Object> params,
    String note,
    Map<String, String> labels,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<UUID> resumedFrom,
    List<StepLink> links,
    List<Step> steps) {

  public Run {
    params = params == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(params));
    note = Objects.requireNonNullElse(note, "");
    labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    links = links == null ? List.of() : List.copyOf(links);
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** What made a run. */
  public enum Trigger {
    API,
    SCHEDULE,
    BACKFILL,
    /** One that only a newer pipeline service knows. */
    @JsonEnumDefaultValue
    OTHER
  }

  public Optional<Step> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** When a step could have begun: the run had started and all that it needs had ended. */
  public Optional<Instant> readyAt(Step step) {
    Optional<Instant> ready = startedAt;
    for (String need : step.needs()) {
      Optional<Instant> ended = step(need).flatMap(Step::endedAt);
      if (ended.isEmpty()) {
        return Optional.empty();
      }
      ready = ready.filter(time -> time.isAfter(ended.get())).or(() -> ended);
    }
    return ready;
  }
}
