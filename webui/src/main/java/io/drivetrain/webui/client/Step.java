package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.pipeline.api.step.StepLabel;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of a run.
 *
 * @param label the name of its kind
 * @param needs ids of the steps that it waits for
 * @param message for people, in English
 * @param attempt 0 before the first attempt
 * @param progress while it runs
 * @param approval while it waits for approval
 * @param startedAt of its first attempt
 * @param output when it has ended
 * @param reusedFrom the run whose result it uses when it was not run again
 */
public record Step(
    @JsonProperty("step") String id,
    Optional<StepLabel> label,
    List<String> needs,
    StepState state,
    Optional<Reason> reason,
    Optional<String> message,
    int attempt,
    Optional<Progress> progress,
    Optional<Approval> approval,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Map<String, Object> output,
    Optional<ReusedFrom> reusedFrom) {

  public Step {
    needs = needs == null ? List.of() : List.copyOf(needs);
    output = output == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(output));
  }

  /** Whether it can be retried once its run has ended. */
  public boolean isRetriable() {
    return switch (state) {
      case FAILED, CANCELLED, TIMED_OUT, UPSTREAM_FAILED -> true;
      case PENDING,
          READY,
          RUNNING,
          RETRY_WAIT,
          WAITING_APPROVAL,
          CANCELLING,
          SUCCEEDED,
          REJECTED,
          SKIPPED,
          REUSED,
          UNKNOWN ->
          false;
    };
  }

  /**
   * What is to be approved.
   *
   * @param expiresAt until when; empty when there is no hurry
   */
  public record Approval(String message, Optional<Instant> expiresAt) {}

  /**
   * The run that did the work.
   *
   * @param attempt the attempt in it that succeeded
   */
  public record ReusedFrom(UUID runId, int attempt) {}

  /**
   * How far a step is.
   *
   * @param text what it is doing
   * @param fraction 0 to 1 of the step
   */
  public record Progress(String text, double fraction) {}
}
