package io.drivetrain.webui.client;

import io.quarkus.logging.Log;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

/** A call that the pipeline service refused, or did not answer. */
public final class PipelineCallException extends ServiceCallException {
  private static final long serialVersionUID = 1L;

  private PipelineCallException(String message, Refusal refusal, Throwable cause) {
    super(Service.PIPELINE, message, refusal, cause);
  }

  /** It did not answer in time, or with something that is no answer of it. */
  public static PipelineCallException unreachable(Throwable cause) {
    return new PipelineCallException("The pipeline service does not answer", null, cause);
  }

  static PipelineCallException refused(Response response) {
    return of(read(response));
  }

  public static PipelineCallException of(Refusal refusal) {
    return new PipelineCallException(refusal.title(), refusal, null);
  }

  private static Refusal read(Response response) {
    try {
      return response.readEntity(Refusal.class);
    } catch (ProcessingException | IllegalStateException noProblem) {
      Log.warnf("The pipeline service answered %d without a problem", response.getStatus());
      return Refusal.ofStatus(response.getStatus());
    }
  }
}
