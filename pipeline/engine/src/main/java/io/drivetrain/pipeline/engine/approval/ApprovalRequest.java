package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person says when approving or rejecting.
 *
 * @param step the step that asks; may be absent while one step of the run does
 * @param reason for those who read it on the run, 1 to 1000 characters
 * @param by who decides, up to 200 characters; may be absent. Nobody checks it: this service knows
 *     no users
 */
public record ApprovalRequest(
    Optional<@StoredText(max = 200) String> step,
    @NotBlank(message = "A decision needs a 'reason' that others understand.")
        @StoredText(max = 1000)
        String reason,
    @StoredText(max = 200) String by)
    implements JsonRequest {

  public ApprovalRequest {
    reason = Objects.requireNonNullElse(reason, "");
    by = Objects.requireNonNullElse(by, "");
  }
}
