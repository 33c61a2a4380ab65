package io.drivetrain.registry.protocol;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemType;
import java.util.Arrays;
import java.util.Locale;

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
  /** A stored file is not the one that was uploaded. */
  DATA_LOSS(500),
  /** What MLflow's clients do in another way when a server cannot. */
  NOT_IMPLEMENTED(501),
  /** The database is away; MLflow's clients send the request again. */
  TEMPORARILY_UNAVAILABLE(503);

  private final int httpStatus;

  ErrorCode(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  public int status() {
    return httpStatus;
  }

  /** The same as a problem document has it. */
  public ProblemType type() {
    return new ProblemType(name().toLowerCase(Locale.ROOT), httpStatus, title());
  }

  private String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The code of a problem that this server has made, or the one that its status comes to. */
  static ErrorCode of(Problem problem) {
    return Arrays.stream(values())
        .filter(code -> code.type().code().equals(problem.code()))
        .findFirst()
        .orElseGet(() -> ofStatus(problem.status()));
  }

  private static ErrorCode ofStatus(int status) {
    return switch (status) {
      case 400 -> INVALID_PARAMETER_VALUE;
      case 403 -> PERMISSION_DENIED;
      case 404, 405 -> ENDPOINT_NOT_FOUND;
      case 503 -> TEMPORARILY_UNAVAILABLE;
      default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
    };
  }
}
