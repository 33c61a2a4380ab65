package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/** What a run would do that goes on from another one. */
public record ResumePlan(List<PlannedStep> steps) {

  public ResumePlan {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /**
   * @param because why it runs again, in English; empty for one that is reused
   */
  public record PlannedStep(
      @JsonProperty("step") String id, Decision plan, Optional<String> because) {}

  /** Whether the work of the earlier run is used. */
  public enum Decision {
    REUSE,
    @JsonEnumDefaultValue
    RUN
  }
}
