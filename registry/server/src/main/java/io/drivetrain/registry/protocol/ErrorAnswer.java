package io.drivetrain.registry.protocol;

import jakarta.ws.rs.core.MediaType;

/**
 * An error in the form of the API that was called: a problem under {@code /api/v1}, else MLflow's.
 *
 * @param body an {@link ErrorBody} or a {@link Problem}
 */
public record ErrorAnswer(int status, String mediaType, Object body) {
  private static final String OWN_API = "/api/v1/";

  public static ErrorAnswer of(String path, ErrorCode code, String message) {
    return of(path, code.httpStatus(), code, message);
  }

  /**
   * @param status where it differs from the code's own
   */
  static ErrorAnswer of(String path, int status, ErrorCode code, String message) {
    return path != null && path.startsWith(OWN_API)
        ? new ErrorAnswer(status, Problem.MEDIA_TYPE, Problem.of(status, code, message))
        : new ErrorAnswer(status, MediaType.APPLICATION_JSON, new ErrorBody(code.name(), message));
  }
}
