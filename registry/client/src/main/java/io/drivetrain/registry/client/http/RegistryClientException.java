package io.drivetrain.registry.client.http;

import java.net.URI;

/** A call to the registry that failed; the message says what was tried and what to do. */
public final class RegistryClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode errorCode;
  private final int httpStatus;

  private RegistryClientException(
      ErrorCode errorCode, int httpStatus, String message, Throwable cause) {
    super(message, cause);
    this.errorCode = errorCode;
    this.httpStatus = httpStatus;
  }

  public ErrorCode errorCode() {
    return errorCode;
  }

  /** HTTP status of the answer; 0 when there was none. */
  public int httpStatus() {
    return httpStatus;
  }

  static RegistryClientException unreachable(URI uri, String what, Throwable cause) {
    return new RegistryClientException(
        ErrorCode.UNREACHABLE,
        0,
        "No answer from the registry at %s: %s. Check that it runs and that MLFLOW_TRACKING_URI is its address."
            .formatted(uri, what),
        cause);
  }

  static RegistryClientException answered(String codeName, int status, String message) {
    ErrorCode code = ErrorCode.ofWire(codeName);
    return new RegistryClientException(
        code, status, code == ErrorCode.OTHER ? codeName + ": " + message : message, null);
  }

  static RegistryClientException notJson(String call, int status, String what) {
    return new RegistryClientException(
        ErrorCode.NOT_JSON,
        status,
        "%s answered %d with %s. Check that the tracking URI is that of an MLflow server."
            .formatted(call, status, what),
        null);
  }

  public static RegistryClientException unreadable(String what, Throwable cause) {
    return new RegistryClientException(
        ErrorCode.NOT_JSON,
        200,
        "The registry's answer does not follow MLflow's protocol: cannot read " + what + ".",
        cause);
  }

  static RegistryClientException tooLarge(String what, long limitBytes) {
    return new RegistryClientException(
        ErrorCode.TOO_LARGE,
        0,
        "%s is larger than the limit of %d bytes. Raise the client's limit if that is expected."
            .formatted(what, limitBytes),
        null);
  }

  public static RegistryClientException corrupt(String message) {
    return new RegistryClientException(ErrorCode.CORRUPT_MODEL, 0, message, null);
  }

  public static RegistryClientException foreignStore(String message) {
    return new RegistryClientException(ErrorCode.NOT_IMPLEMENTED, 0, message, null);
  }

  public static RegistryClientException missing(String message) {
    return new RegistryClientException(ErrorCode.RESOURCE_DOES_NOT_EXIST, 0, message, null);
  }

  public static RegistryClientException invalidState(String message) {
    return new RegistryClientException(ErrorCode.INVALID_STATE, 0, message, null);
  }

  public static RegistryClientException interrupted(String call) {
    return new RegistryClientException(
        ErrorCode.INTERRUPTED, 0, "Interrupted while waiting for " + call + ".", null);
  }

  public static RegistryClientException notStored(
      String runId, int points, RegistryClientException reason) {
    return new RegistryClientException(
        reason.errorCode,
        reason.httpStatus,
        "%d points of run %s are not stored: %s".formatted(points, runId, reason.getMessage()),
        reason);
  }

  /** The same call may be answered later: no answer, or one that says so. */
  public boolean mayPass() {
    return errorCode == ErrorCode.UNREACHABLE || httpStatus == 429 || httpStatus >= 502;
  }

  /** There is nothing of that name: no run, model or version, or (NOT_FOUND) no file. */
  public boolean saysMissing() {
    return errorCode == ErrorCode.RESOURCE_DOES_NOT_EXIST || errorCode == ErrorCode.NOT_FOUND;
  }

  /** The server has no such route; MLflow's own answers an unknown one with a page. */
  public boolean saysUnknownEndpoint() {
    return errorCode == ErrorCode.ENDPOINT_NOT_FOUND
        || errorCode == ErrorCode.NOT_JSON && httpStatus == 404;
  }

  boolean saysExists() {
    return errorCode == ErrorCode.RESOURCE_ALREADY_EXISTS || errorCode == ErrorCode.ALREADY_EXISTS;
  }
}
