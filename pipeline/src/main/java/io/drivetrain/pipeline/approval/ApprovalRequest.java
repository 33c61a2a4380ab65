package io.drivetrain.pipeline.approval;

import io.drivetrain.pipeline.problem.JsonBody;
import io.drivetrain.pipeline.problem.PipelineException;
import java.util.Optional;

/**
 * What a person says when approving or rejecting.
 *
 * @param step the step that asks; may be absent while one step of the run does
 * @param reason for people, who read it on the run; 1 to 1000 characters
 * @param by who decides, up to 200 characters; may be absent. Nobody checks it: this service knows
 *     no users
 */
public record ApprovalRequest(Optional<String> step, String reason, Optional<String> by) {
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_NAME = 200;

  public ApprovalRequest {
    if (reason == null || reason.isBlank() || !isStorable(reason, LONGEST_REASON)) {
      throw PipelineException.malformed(
          "reason must say why, in 1 to 1000 characters without NUL.");
    }
    if (by.isPresent()
        && (by.orElseThrow().isBlank() || !isStorable(by.orElseThrow(), LONGEST_NAME))) {
      throw PipelineException.malformed("by must have 1 to 200 characters without NUL.");
    }
  }

  static ApprovalRequest read(String body) {
    return JsonBody.read(body, ApprovalRequest.class)
        .orElseThrow(() -> PipelineException.malformed("A decision needs a reason."));
  }

  private static boolean isStorable(String text, int longest) {
    return text.length() <= longest && text.indexOf('\0') < 0;
  }
}
