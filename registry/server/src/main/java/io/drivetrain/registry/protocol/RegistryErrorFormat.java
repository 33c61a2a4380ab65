package io.drivetrain.registry.protocol;

import io.drivetrain.access.problem.ErrorAnswer;
import io.drivetrain.access.problem.ErrorFormat;
import io.drivetrain.access.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

/**
 * Errors in the form of the API that was called: a problem document under {@code /api/v1}, else
 * MLflow's body. Both have MLflow's error code.
 */
@ApplicationScoped
public class RegistryErrorFormat implements ErrorFormat {
  private static final String OWN_API = "/api/v1/";

  @Override
  public ErrorAnswer answer(String path, Problem problem) {
    var code = ErrorCode.of(problem);
    return path != null && path.startsWith(OWN_API)
        ? ErrorAnswer.of(inMlflowsWords(problem, code))
        : new ErrorAnswer(
            problem.status(),
            MediaType.APPLICATION_JSON,
            new ErrorBody(code.name(), problem.detail()));
  }

  private static Problem inMlflowsWords(Problem problem, ErrorCode code) {
    return Problem.of(code.type(), problem.status(), problem.detail())
        .with("error_code", code.name())
        .withErrors(problem.errors())
        .withIncident(problem.incident());
  }
}
