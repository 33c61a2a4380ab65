package io.drivetrain.registry.client.http;

/** Why a call to the registry failed: MLflow's own codes, and those that only a client can see. */
public enum ErrorCode {
  /** No answer: refused, timed out, or broken off. The caller keeps what it has. */
  UNREACHABLE,
  /** The answer was not MLflow's JSON: probably another server, or a proxy's error page. */
  NOT_JSON,
  /** The answer, or a model, is larger than the configured limit. */
  TOO_LARGE,
  /** The files of a model are not those that it was registered with. */
  CORRUPT_MODEL,
  /** The calling thread was interrupted while it waited. */
  INTERRUPTED,

  INVALID_PARAMETER_VALUE,
  BAD_REQUEST,
  RESOURCE_ALREADY_EXISTS,
  RESOURCE_DOES_NOT_EXIST,
  NOT_FOUND,
  ENDPOINT_NOT_FOUND,
  RESOURCE_CONFLICT,
  ALREADY_EXISTS,
  ABORTED,
  UNAUTHENTICATED,
  CUSTOMER_UNAUTHORIZED,
  PERMISSION_DENIED,
  REQUEST_LIMIT_EXCEEDED,
  RESOURCE_EXHAUSTED,
  CANCELLED,
  INTERNAL_ERROR,
  INVALID_STATE,
  DATA_LOSS,
  NOT_IMPLEMENTED,
  TEMPORARILY_UNAVAILABLE,
  DEADLINE_EXCEEDED,
  /** A code that this client does not know; the message carries it. */
  OTHER;

  static ErrorCode ofWire(String name) {
    for (ErrorCode code : values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return OTHER;
  }
}
