package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.engine.problem.JsonBody;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.problem.RequestText;

/**
 * What a person says when retrying a step. It stays in the events of the run.
 *
 * @param reason why another try should do better, up to 1000 characters
 * @param by who says so, up to 200 characters; may be absent
 */
public record StepRetryRequest(String reason, String by) {

  public StepRetryRequest {
    reason = RequestText.reason(reason);
    by = RequestText.by(by);
    if (reason.isBlank()) {
      throw PipelineException.malformed("A retry needs a 'reason': what has changed since.");
    }
  }

  static StepRetryRequest read(String body) {
    return JsonBody.read(body, StepRetryRequest.class)
        .orElseGet(() -> new StepRetryRequest(null, null));
  }

  /** For the events of the run. */
  String sentence(String step) {
    return by.isBlank()
        ? "Retry of %s: %s".formatted(step, reason)
        : "Retry of %s by %s: %s".formatted(step, by, reason);
  }
}
