package io.drivetrain.access.problem;

import java.util.Arrays;

/** Kinds of problems that every application has, whatever it does. */
public enum RequestProblem implements ProblemType {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  FOREIGN_ORIGIN(403, "The request comes from another site"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "The answer has another media type"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body has another media type"),
  INTERNAL(500, "Unexpected error");

  private final int status;
  private final String title;

  RequestProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  /** The kind with this status; a malformed request for a status that no kind has. */
  static RequestProblem ofStatus(int status) {
    return Arrays.stream(values())
        .filter(kind -> kind.status == status)
        .findFirst()
        .orElse(MALFORMED_REQUEST);
  }
}
