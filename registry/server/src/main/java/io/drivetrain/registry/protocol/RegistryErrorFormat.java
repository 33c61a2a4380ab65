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

  /** MLflow's server answers 400 to it. */
  private static final int WRONG_MEDIA_TYPE = 415;

  @Override
  public ErrorAnswer answer(String path, Problem problem) {
    var code = ErrorCode.of(problem);
    if (path != null && path.startsWith(OWN_API)) {
      return ErrorAnswer.of(inMlflowsWords(problem, code));
    }
    return problem.status() == WRONG_MEDIA_TYPE
        ? mlflow(
            ErrorCode.INVALID_PARAMETER_VALUE,
            400,
            "Bad Request. Content-Type must be one of ['application/json']. " + problem.detail())
        : mlflow(code, problem.status(), inWords(path, problem, code));
  }

  private static ErrorAnswer mlflow(ErrorCode code, int status, String message) {
    return new ErrorAnswer(status, MediaType.APPLICATION_JSON, new ErrorBody(code.name(), message));
  }

  /** A client shows nothing else, so that it says which feature is missing. */
  private static String inWords(String path, Problem problem, ErrorCode code) {
    return code != ErrorCode.ENDPOINT_NOT_FOUND || problem.status() != 404
        ? problem.detail()
        : AbsentFeature.in(path)
            .map(absent ->
                problem.detail()
                    + " "
                    + absent
                    + " What it has of MLflow is listed in docs/mlflow-compatibility.md.")
            .orElse(problem.detail());
  }

  private static Problem inMlflowsWords(Problem problem, ErrorCode code) {
    return Problem.of(code.type(), problem.status(), problem.detail())
        .with("error_code", code.name())
        .withErrors(problem.errors())
        .withIncident(problem.incident());
  }
}
