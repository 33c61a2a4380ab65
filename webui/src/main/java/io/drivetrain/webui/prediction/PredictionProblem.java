package io.drivetrain.webui.prediction;

import io.drivetrain.access.problem.ProblemType;

/** Why a prediction cannot be answered. */
enum PredictionProblem implements ProblemType {
  TOO_MANY_ROWS(413, "The request has too many rows"),
  FIELDS_REFUSED(422, "Fields are missing, unknown or wrong"),
  NO_MODEL(503, "There is no model to predict with");

  private final int status;
  private final String title;

  PredictionProblem(int status, String title) {
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
}
