package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.engine.problem.JsonBody;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.problem.RequestText;
import java.util.Optional;

/**
 * What a person says when approving or rejecting.
 *
 * @param step the step that asks; may be absent while one step of the run does
 * @param reason for those who read it on the run, 1 to 1000 characters
 * @param by who decides, up to 200 characters; may be absent. Nobody checks it: this service knows
 *     no users
 */
public record ApprovalRequest(Optional<String> step, String reason, String by) {

  public ApprovalRequest {
    reason = RequestText.reason(reason);
    by = RequestText.by(by);
    if (reason.isBlank()) {
      throw PipelineException.malformed("A decision needs a 'reason' that others understand.");
    }
  }

  static ApprovalRequest read(String body) {
    return JsonBody.read(body, ApprovalRequest.class)
        .orElseGet(() -> new ApprovalRequest(Optional.empty(), null, null));
  }
}
