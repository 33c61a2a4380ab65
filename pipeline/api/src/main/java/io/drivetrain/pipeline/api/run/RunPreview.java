package io.drivetrain.pipeline.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A preview of a run.
 *
 * @param params the defaults overlaid with the request's
 * @param behind the run that has not ended and that decides the admission; empty when there is none
 * @param resumedFrom the run that it would go on from; absent for a trigger
 */
public record RunPreview(
    String pipeline,
    String definitionVersion,
    Map<String, Object> params,
    Admission admission,
    Optional<UUID> behind,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> resumedFrom,
    List<StepPreview> steps) {

  public RunPreview {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** What happens to a new run first. */
  public enum Admission {
    /** It starts at once. */
    START,
    /** It is queued behind other runs. */
    QUEUE,
    /** It is refused with 409. */
    REJECT,
    /** It cancels the runs before it and starts when they have ended. */
    REPLACE
  }

  /** What a resume does with a step. */
  public enum Plan {
    /** Its earlier output is reused. */
    REUSE,
    RUN
  }

  /**
   * A step as the definition has it.
   *
   * @param needs the steps that it waits for
   * @param timeout of one attempt, in ISO 8601: PT30M; empty for none
   * @param retries how often it is retried
   * @param plan what a resume does with it; absent for a trigger
   * @param because why a resume runs it; else absent
   */
  public record StepPreview(
      String step,
      String kind,
      List<String> needs,
      Optional<String> timeout,
      int retries,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Plan> plan,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> because) {}
}
