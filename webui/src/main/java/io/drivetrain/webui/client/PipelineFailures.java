package io.drivetrain.webui.client;

import io.quarkus.logging.Log;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** What the HTTP client throws when there is no answer, as a {@link PipelineCallException}. */
@FailsAsPipelineException
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class PipelineFailures {

  @AroundInvoke
  Object call(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (PipelineCallException refused) {
      throw refused;
    } catch (RuntimeException unanswered) {
      Log.debugf("%s of the pipeline service: %s", call.getMethod().getName(), unanswered);
      keepInterruption(unanswered);
      throw PipelineCallException.unreachable(unanswered);
    }
  }

  /** The HTTP client forgets that its caller was interrupted. */
  private static void keepInterruption(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
