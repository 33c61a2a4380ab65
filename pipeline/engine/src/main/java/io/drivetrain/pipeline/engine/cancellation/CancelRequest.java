package io.drivetrain.pipeline.engine.cancellation;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import java.util.Objects;

/**
 * The body of a cancellation.
 *
 * @param reason shown on the run, up to 1000 characters; optional
 */
public record CancelRequest(@StoredText(max = 1000) String reason) implements JsonRequest {

  public CancelRequest {
    reason = Objects.requireNonNullElse(reason, "");
  }
}
