package io.drivetrain.pipeline.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a run would be if it were made now.
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
    steps = List.copyOf(steps);
  }

  /** What becomes of a new run at first. */
  public enum Admission {
    /** It starts at once. */
    START,
    /** It waits for those before it. */
    QUEUE,
    /** It is refused with 409. */
    REJECT,
    /** It starts as soon as those before it, which it cancels, have let go. */
    REPLACE
  }

  /** What a resume does with a step. */
  public enum Plan {
    /** What it brought before is used again. */
    REUSE,
    RUN
  }

  /**
   * A step as the definition has it.
   *
   * @param needs the steps that it waits for
   * @param timeout of one try, in ISO 8601: PT30M; empty for none
   * @param retries how often it is tried again
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
