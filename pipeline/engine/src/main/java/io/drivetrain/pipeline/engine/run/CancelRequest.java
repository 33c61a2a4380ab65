package io.drivetrain.pipeline.engine.run;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import java.util.Objects;

/**
 * What a person says when cancelling a run.
 *
 * @param reason for people, up to 1000 characters; may be absent
 */
public record CancelRequest(@StoredText(max = 1000) String reason) implements JsonRequest {

  public CancelRequest {
    reason = Objects.requireNonNullElse(reason, "");
  }
}
