package io.drivetrain.registry.protocol;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;

/** A request that cannot be served, in the words that the client sees. */
public final class RegistryException extends ProblemException {
  private final ErrorCode code;

  private RegistryException(ErrorCode code, String message) {
    super(Problem.of(code.type(), message));
    this.code = code;
  }

  static RegistryException of(ErrorCode code, String message) {
    return new RegistryException(code, message);
  }

  public static RegistryException invalid(String message) {
    return new RegistryException(ErrorCode.INVALID_PARAMETER_VALUE, message);
  }

  /** A required field that is absent, named by its path: {@code metrics[0].timestamp}. */
  public static RegistryException missing(String field) {
    return Refusal.MISSING_VALUE.with(field);
  }

  public static RegistryException badRequest(String message) {
    return new RegistryException(ErrorCode.BAD_REQUEST, message);
  }

  public static RegistryException alreadyExists(String message) {
    return new RegistryException(ErrorCode.RESOURCE_ALREADY_EXISTS, message);
  }

  public static RegistryException notFound(String message) {
    return new RegistryException(ErrorCode.RESOURCE_DOES_NOT_EXIST, message);
  }

  public static RegistryException conflict(String message) {
    return new RegistryException(ErrorCode.RESOURCE_CONFLICT, message);
  }

  public static RegistryException dataLoss(String message) {
    return new RegistryException(ErrorCode.DATA_LOSS, message);
  }

  public static RegistryException notImplemented(String message) {
    return new RegistryException(ErrorCode.NOT_IMPLEMENTED, message);
  }

  public static RegistryException exhausted(String message) {
    return new RegistryException(ErrorCode.RESOURCE_EXHAUSTED, message);
  }

  public ErrorCode code() {
    return code;
  }
}
