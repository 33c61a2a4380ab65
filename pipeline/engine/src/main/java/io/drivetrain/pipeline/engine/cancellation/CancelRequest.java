package io.drivetrain.pipeline.engine.cancellation;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a cancellation.
 *
 * @param reason shown on the run, up to 1000 characters; optional
 */
@Schema(description = "Why a run is cancelled. No body is allowed.")
public record CancelRequest(
    @Schema(description = "Shown on the run") @StoredText(max = 1000) String reason)
    implements JsonRequest {

  public CancelRequest {
    reason = Objects.requireNonNullElse(reason, "");
  }
}
