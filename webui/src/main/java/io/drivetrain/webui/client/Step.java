package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param needs ids of the steps that it waits for
 * @param message for people, in English
 * @param attempt 0 before the first try
 * @param progress what it tells while it runs
 * @param approval what it asks while it waits for a person
 * @param startedAt of its first try
 * @param output what it told when it ended
 * @param reusedFrom who did its work when it was not run again
 */
public record Step(
    @JsonProperty("step") String id,
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

  /** Whether it can be tried again once its run has ended. */
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
   * What a person is asked.
   *
   * @param expiresAt until when; empty when there is no hurry
   */
  public record Approval(String message, Optional<Instant> expiresAt) {}

  /**
   * The run that did the work.
   *
   * @param attempt the try in it that succeeded
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
