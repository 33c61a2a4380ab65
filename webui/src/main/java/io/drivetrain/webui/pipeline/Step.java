package io.drivetrain.webui.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a run.
 *
 * @param needs ids of the steps that it waits for
 * @param message for people, in English
 * @param attempt 0 before the first try
 * @param progress what it tells while it runs
 * @param startedAt of its first try
 * @param output what it told when it ended
 */
public record Step(
    @JsonProperty("step") String id,
    List<String> needs,
    StepState state,
    Optional<Reason> reason,
    Optional<String> message,
    int attempt,
    Optional<Progress> progress,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Map<String, Object> output) {

  public Step {
    needs = needs == null ? List.of() : List.copyOf(needs);
    output = output == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(output));
  }

  /**
   * How far a step is.
   *
   * @param text what it is doing
   * @param fraction 0 to 1 of the step
   */
  public record Progress(String text, double fraction) {}
}
