package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.engine.problem.JsonBody;
import io.drivetrain.pipeline.engine.problem.RequestText;

/**
 * What a person says when cancelling a run.
 *
 * @param reason for people, up to 1000 characters; may be absent
 */
public record CancelRequest(String reason) {

  public CancelRequest {
    reason = RequestText.reason(reason);
  }

  static CancelRequest read(String body) {
    return JsonBody.read(body, CancelRequest.class).orElse(new CancelRequest(null));
  }
}
