package io.drivetrain.webui.api;

import static jakarta.ws.rs.core.Response.Status.BAD_GATEWAY;
import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;
import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import jakarta.ws.rs.core.Response;
import java.util.List;

/** A request that cannot be answered, with the problem that the client is told. */
public final class ApiException extends RuntimeException {
  private static final int UNPROCESSABLE_CONTENT = 422;

  private final transient Problem problem;

  private ApiException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** The body is not JSON, or not the JSON that the call takes. Line and column count from 1. */
  public static ApiException malformedJson(String reason, int line, int column) {
    return problem(BAD_REQUEST, "line %d, column %d: %s".formatted(line, column, reason));
  }

  public static ApiException wrongFields(List<WrongField> errors) {
    String detail =
        errors.size() == 1 ? "1 field is wrong." : "%d fields are wrong.".formatted(errors.size());
    return new ApiException(
        new Problem("Unprocessable Content", UNPROCESSABLE_CONTENT, detail, null, errors));
  }

  public static ApiException tooManyRows(int limit) {
    return problem(
        REQUEST_ENTITY_TOO_LARGE,
        "A call takes at most %d rows: send the rest in further calls.".formatted(limit));
  }

  /** There is no model to answer with; the detail says how to get one. */
  public static ApiException noModel(String detail) {
    return problem(SERVICE_UNAVAILABLE, detail);
  }

  public static ApiException unknownPath(String path) {
    return problem(NOT_FOUND, "There is no %s; /docs lists what there is.".formatted(path));
  }

  /**
   * @param detail what the pipeline service said
   */
  public static ApiException refusedByPipeline(int status, String detail) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return problem(known == null ? BAD_GATEWAY : known, detail);
  }

  public static ApiException pipelineUnreachable() {
    return problem(BAD_GATEWAY, "The pipeline service does not answer: try again later.");
  }

  public Problem problem() {
    return problem;
  }

  private static ApiException problem(Response.StatusType status, String detail) {
    return new ApiException(Problem.of(status, detail));
  }
}
