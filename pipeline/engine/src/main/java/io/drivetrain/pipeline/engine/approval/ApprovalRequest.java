package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of an approval or a rejection.
 *
 * @param step the approval step; optional while only one of the run waits
 * @param reason shown on the run, 1 to 1000 characters
 * @param by who decides, up to 200 characters; optional and not verified
 */
@Schema(description = "A decision, and why")
public record ApprovalRequest(
    @Schema(description = "The approval step; optional while only one step of the run waits")
        Optional<@StoredText(max = 200) String> step,
    @Schema(description = "Shown on the run")
        @NotBlank(message = "A decision needs a 'reason'.")
        @StoredText(max = 1000)
        String reason,
    @Schema(description = "Who decides; not verified") @StoredText(max = 200) String by)
    implements JsonRequest {

  public ApprovalRequest {
    reason = Objects.requireNonNullElse(reason, "");
    by = Objects.requireNonNullElse(by, "");
  }
}
