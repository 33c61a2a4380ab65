package io.drivetrain.access.problem;

/**
 * An error as it goes over the wire.
 *
 * @param body written as JSON
 */
public record ErrorAnswer(int status, String mediaType, Object body) {

  public static ErrorAnswer of(Problem problem) {
    return new ErrorAnswer(problem.status(), Problem.MEDIA_TYPE, problem);
  }
}
