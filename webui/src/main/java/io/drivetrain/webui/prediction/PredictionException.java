package io.drivetrain.webui.prediction;

import io.drivetrain.access.problem.FieldError;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.RequestProblem;
import java.util.List;

/** A prediction that cannot be answered, with the problem that the client gets. */
final class PredictionException extends ProblemException {

  private PredictionException(Problem problem) {
    super(problem);
  }

  /** The body is not JSON, or not the JSON that the call takes. Line and column count from 1. */
  static PredictionException malformedJson(String reason, int line, int column) {
    return new PredictionException(
        Problem.of(
            RequestProblem.MALFORMED_REQUEST,
            "line %d, column %d: %s".formatted(line, column, reason)));
  }

  static PredictionException wrongFields(List<FieldError> errors) {
    String detail =
        errors.size() == 1 ? "1 field is wrong." : "%d fields are wrong.".formatted(errors.size());
    return new PredictionException(
        Problem.of(PredictionProblem.FIELDS_REFUSED, detail).withErrors(errors));
  }

  static PredictionException tooManyRows(int limit) {
    return new PredictionException(
        Problem.of(
            PredictionProblem.TOO_MANY_ROWS,
            "A call takes at most %d rows: send the rest in further calls.".formatted(limit)));
  }

  /**
   * @param detail how to get a model
   */
  static PredictionException noModel(String detail) {
    return new PredictionException(Problem.of(PredictionProblem.NO_MODEL, detail));
  }
}
