package io.drivetrain.webui.registry;

import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException;
import java.util.List;

/** A call that the registry refused, or did not answer. */
public final class RegistryCallException extends ServiceCallException {
  private static final long serialVersionUID = 1L;

  private RegistryCallException(Refusal refusal, RegistryClientException cause) {
    super(Service.REGISTRY, cause.getMessage(), refusal, cause);
  }

  /** Its message is the registry's own, in English. */
  public static RegistryCallException of(RegistryClientException failed) {
    return new RegistryCallException(isUnanswered(failed) ? null : refusal(failed), failed);
  }

  private static boolean isUnanswered(RegistryClientException failed) {
    return failed.mayPass() || failed.errorCode() == ErrorCode.INTERRUPTED;
  }

  private static Refusal refusal(RegistryClientException failed) {
    int status = failed.saysMissing() ? 404 : failed.httpStatus();
    return new Refusal(status, "", failed.getMessage(), "", List.of());
  }
}
