package io.drivetrain.registry.protocol;

/** MLflow's error codes that this server answers, each with its HTTP status. */
public enum ErrorCode {
  INVALID_PARAMETER_VALUE(400),
  /** A name that is taken; MLflow answers 400 here, not 409, and its clients rely on the code. */
  RESOURCE_ALREADY_EXISTS(400),
  BAD_REQUEST(400),
  PERMISSION_DENIED(403),
  RESOURCE_DOES_NOT_EXIST(404),
  ENDPOINT_NOT_FOUND(404),
  /** A guarded change whose expected version is not the present one: nothing was changed. */
  RESOURCE_CONFLICT(409),
  /** A limit of this server that is reached for now. */
  RESOURCE_EXHAUSTED(429),
  INTERNAL_ERROR(500),
  /** What MLflow's clients do in another way when a server cannot. */
  NOT_IMPLEMENTED(501);

  private final int httpStatus;

  ErrorCode(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  public int httpStatus() {
    return httpStatus;
  }
}
