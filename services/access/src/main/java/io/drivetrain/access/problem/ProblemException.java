package io.drivetrain.access.problem;

import java.util.Map;

/**
 * A request that is answered with a problem. Applications extend it with factories in their own
 * words; nobody catches it before {@link ProblemMappers}. It is an answer and no failure, so it
 * carries no stack trace.
 */
public class ProblemException extends RuntimeException {
  private final transient Problem problem;
  private final transient Map<String, String> headers;

  public ProblemException(Problem problem) {
    this(problem, Map.of());
  }

  /**
   * @param headers further ones of the answer
   */
  public ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  public Problem problem() {
    return problem;
  }

  Map<String, String> headers() {
    return headers;
  }
}
