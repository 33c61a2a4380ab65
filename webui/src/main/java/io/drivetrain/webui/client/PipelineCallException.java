package io.drivetrain.webui.client;

import io.quarkus.logging.Log;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A call that the pipeline service refused, or did not answer. */
public final class PipelineCallException extends RuntimeException {
  private final transient Refusal refusal;

  private PipelineCallException(String message, Refusal refusal, Throwable cause) {
    super(message, cause);
    this.refusal = refusal;
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

  /** Why it was refused; empty when the service did not answer. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
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
