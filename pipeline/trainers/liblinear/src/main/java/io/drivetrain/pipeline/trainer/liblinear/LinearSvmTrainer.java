package io.drivetrain.pipeline.trainer.liblinear;

import de.bwaldvogel.liblinear.SolverType;

/** Support vector machines with squared hinge loss: fast, and good on texts. */
public final class LinearSvmTrainer extends LinearTrainer {

  @Override
  public String name() {
    return "linear_svm";
  }

  @Override
  public LinearParameters defaults() {
    return new LinearParameters(0.3, 0.1);
  }

  @Override
  SolverType solver() {
    return SolverType.L2R_L2LOSS_SVC_DUAL;
  }
}
