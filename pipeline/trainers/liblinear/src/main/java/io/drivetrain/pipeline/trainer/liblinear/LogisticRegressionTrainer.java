package io.drivetrain.pipeline.trainer.liblinear;

import de.bwaldvogel.liblinear.SolverType;

/** Logistic regression: its scores are log-odds. */
public final class LogisticRegressionTrainer extends LinearTrainer {

  @Override
  public String name() {
    return "logistic_regression";
  }

  @Override
  public LinearParameters defaults() {
    return new LinearParameters(1, 0.001);
  }

  @Override
  SolverType solver() {
    return SolverType.L2R_LR;
  }
}
