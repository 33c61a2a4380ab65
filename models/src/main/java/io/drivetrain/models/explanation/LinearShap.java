package io.drivetrain.models.explanation;

import io.drivetrain.models.estimator.LinearModel;
import java.util.Arrays;

/**
 * Shapley values of a linear model, with inputs that are not known at their mean over the training
 * rows: {@code weight * (input - mean)}.
 */
record LinearShap(LinearModel model, int output) implements Attribution {

  @Override
  public double base() {
    return model.meanScore(output);
  }

  @Override
  public double[] contributions(double[] inputs) {
    double[] contributions = new double[inputs.length];
    Arrays.setAll(
        contributions,
        column -> model.weight(output, column) * (inputs[column] - model.mean(column)));
    return contributions;
  }
}
