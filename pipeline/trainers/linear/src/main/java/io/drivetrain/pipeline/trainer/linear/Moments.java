package io.drivetrain.pipeline.trainer.linear;

import io.drivetrain.pipeline.trainer.TrainingSet;

/** Means and standard deviations of the inputs, and the mean of the targets: one pass each. */
record Moments(double[] means, double[] deviations, double targetMean) {

  static Moments of(TrainingSet rows) {
    double[] means = new double[rows.columns()];
    double[] target = {0};
    rows.forEachBatch(batch -> {
      for (int row = 0; row < batch.rows(); row++) {
        target[0] += batch.targets()[row];
        for (int column = 0; column < means.length; column++) {
          means[column] += batch.inputs()[row][column];
        }
      }
    });
    divide(means, rows.rows());
    double[] deviations = new double[means.length];
    rows.forEachBatch(batch -> {
      for (double[] inputs : batch.inputs()) {
        for (int column = 0; column < means.length; column++) {
          double distance = inputs[column] - means[column];
          deviations[column] += distance * distance;
        }
      }
    });
    for (int column = 0; column < means.length; column++) {
      deviations[column] = Math.sqrt(deviations[column] / rows.rows());
    }
    return new Moments(means, deviations, target[0] / rows.rows());
  }

  /** The input in standard deviations from its mean; 0 for a column that is constant. */
  double standardised(double[] inputs, int column) {
    return deviations[column] > 0 ? (inputs[column] - means[column]) / deviations[column] : 0;
  }

  private static void divide(double[] sums, int count) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= count;
    }
  }
}
