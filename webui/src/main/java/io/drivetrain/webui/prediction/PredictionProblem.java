package io.drivetrain.webui.prediction;

import io.drivetrain.access.problem.ProblemType;

/** Why a prediction cannot be answered. */
final class PredictionProblem {
  static final ProblemType TOO_MANY_ROWS =
      new ProblemType("too_many_rows", 413, "The request has too many rows");
  static final ProblemType FIELDS_REFUSED =
      new ProblemType("fields_refused", 422, "Fields are missing, unknown or wrong");
  static final ProblemType NO_MODEL =
      new ProblemType("no_model", 503, "There is no model to predict with");

  private PredictionProblem() {}
}
