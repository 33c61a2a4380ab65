package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import java.util.Objects;

/**
 * Who pauses or resumes a schedule, and why. Both are kept.
 *
 * @param by a name, 200 characters at most; may be left out
 * @param reason a sentence, 1000 characters at most; may be left out
 */
public record PauseRequest(@StoredText(max = 200) String by, @StoredText(max = 1000) String reason)
    implements JsonRequest {

  public PauseRequest {
    by = Objects.requireNonNullElse(by, "");
    reason = Objects.requireNonNullElse(reason, "");
  }
}
