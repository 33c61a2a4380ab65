package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who pauses or resumes a schedule, and why. Both are kept.
 *
 * @param by a name, 200 characters at most; may be left out
 * @param reason a sentence, 1000 characters at most; may be left out
 */
@Schema(description = "Who pauses or resumes a schedule, and why. No body is allowed.")
public record PauseRequest(
    @Schema(description = "Who; not verified") @StoredText(max = 200) String by,
    @Schema(description = "Why") @StoredText(max = 1000) String reason)
    implements JsonRequest {

  public PauseRequest {
    by = Objects.requireNonNullElse(by, "");
    reason = Objects.requireNonNullElse(reason, "");
  }
}
