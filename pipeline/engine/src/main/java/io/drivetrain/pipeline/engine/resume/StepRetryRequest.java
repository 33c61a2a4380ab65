package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a retry, kept in the events of the run.
 *
 * @param reason why a retry should succeed, up to 1000 characters
 * @param by who retries, up to 200 characters; optional
 */
@Schema(description = "Why a step is retried; kept in the events of the run")
public record StepRetryRequest(
    @Schema(description = "Why a retry should succeed")
        @NotBlank(message = "A retry needs a 'reason'.")
        @StoredText(max = 1000)
        String reason,
    @Schema(description = "Who retries; not verified") @StoredText(max = 200) String by)
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
