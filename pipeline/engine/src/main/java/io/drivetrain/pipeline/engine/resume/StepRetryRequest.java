package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;

/**
 * What a person says when retrying a step. It stays in the events of the run.
 *
 * @param reason why another try should do better, up to 1000 characters
 * @param by who says so, up to 200 characters; may be absent
 */
public record StepRetryRequest(
    @NotBlank(message = "A retry needs a 'reason': what has changed since.") @StoredText(max = 1000)
        String reason,
    @StoredText(max = 200) String by)
    implements JsonRequest {

  public StepRetryRequest {
    reason = Objects.requireNonNullElse(reason, "");
    by = Objects.requireNonNullElse(by, "");
  }

  /** For the events of the run. */
  String sentence(String step) {
    return by.isBlank()
        ? "Retry of %s: %s".formatted(step, reason)
        : "Retry of %s by %s: %s".formatted(step, by, reason);
  }
}
