package io.drivetrain.pipeline.run;

import io.drivetrain.pipeline.problem.JsonBody;
import io.drivetrain.pipeline.problem.PipelineException;
import java.util.Objects;

/**
 * What a person says when cancelling a run.
 *
 * @param reason for people, up to 1000 characters; may be absent
 */
public record CancelRequest(String reason) {
  private static final int LONGEST_REASON = 1000;

  public CancelRequest {
    reason = Objects.requireNonNullElse(reason, "");
    if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw PipelineException.malformed("The reason may have at most 1000 characters, and no NUL.");
    }
  }

  static CancelRequest read(String body) {
    return JsonBody.read(body, CancelRequest.class).orElse(new CancelRequest(null));
  }
}
