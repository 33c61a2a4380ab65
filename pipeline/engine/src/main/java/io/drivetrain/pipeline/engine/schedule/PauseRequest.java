package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.util.Objects;

/**
 * Who pauses or resumes a schedule, and why. Both are kept.
 *
 * @param by a name, 200 characters at most; may be left out
 * @param reason a sentence, 1000 characters at most; may be left out
 */
public record PauseRequest(String by, String reason) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 1000;

  public PauseRequest {
    by = Objects.requireNonNullElse(by, "");
    reason = Objects.requireNonNullElse(reason, "");
    if (by.length() > LONGEST_NAME) {
      throw PipelineException.malformed("by may have at most 200 characters.");
    }
    if (reason.length() > LONGEST_REASON) {
      throw PipelineException.malformed("reason may have at most 1000 characters.");
    }
  }
}
