package io.drivetrain.access.problem;

import java.util.List;

/** Kinds of problems that every application has, whatever it does. */
public final class RequestProblem {
  public static final ProblemType MALFORMED_REQUEST =
      new ProblemType("malformed_request", 400, "The request cannot be read");
  public static final ProblemType FOREIGN_ORIGIN =
      new ProblemType("foreign_origin", 403, "The request comes from another site");
  public static final ProblemType NOT_FOUND = new ProblemType("not_found", 404, "Not found");
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType("method_not_allowed", 405, "The method is not allowed here");
  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType("not_acceptable", 406, "The answer has another media type");
  public static final ProblemType TOO_LARGE =
      new ProblemType("too_large", 413, "The request is too large");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType("unsupported_media_type", 415, "The body has another media type");
  public static final ProblemType INTERNAL = new ProblemType("internal", 500, "Unexpected error");

  /** It passes: {@code Retry-After} says when to ask again. */
  public static final ProblemType DATABASE_UNREACHABLE =
      new ProblemType("database_unreachable", 503, "The database does not answer");

  private static final List<ProblemType> ALL =
      List.of(
          MALFORMED_REQUEST,
          FOREIGN_ORIGIN,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE,
          INTERNAL);

  private RequestProblem() {}

  /** The kind with this status; a malformed request for a status that no kind has. */
  static ProblemType ofStatus(int status) {
    return ALL.stream()
        .filter(kind -> kind.status() == status)
        .findFirst()
        .orElse(MALFORMED_REQUEST);
  }
}
