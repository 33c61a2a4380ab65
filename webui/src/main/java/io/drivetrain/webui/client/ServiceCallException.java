package io.drivetrain.webui.client;

import java.util.Optional;

/** A call that another service of the stack refused, or did not answer. */
public abstract class ServiceCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Service service;
  private final transient Refusal refusal;

  /** Who was called. */
  public enum Service {
    PIPELINE,
    REGISTRY
  }

  /**
   * @param refusal null when the service did not answer
   */
  protected ServiceCallException(
      Service service, String message, Refusal refusal, Throwable cause) {
    super(message, cause);
    this.service = service;
    this.refusal = refusal;
  }

  public final Service service() {
    return service;
  }

  /** Why it was refused; empty when the service did not answer. */
  public final Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }
}
