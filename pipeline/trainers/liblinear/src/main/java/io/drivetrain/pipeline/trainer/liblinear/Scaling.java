package io.drivetrain.pipeline.trainer.liblinear;

import io.drivetrain.pipeline.trainer.TrainingSet;

/**
 * How inputs are made comparable: {@code (input - shift) * factor}. Terms of texts are so already,
 * and stay as they are: most of them are 0, and stay 0.
 *
 * @param means of the inputs
 */
record Scaling(double[] means, double[] shifts, double[] factors) {

  static Scaling of(TrainingSet rows) {
    int columns = rows.columns();
    double[] means = new double[columns];
    rows.forEachBatch(batch -> {
      for (double[] inputs : batch.inputs()) {
        for (int column = 0; column < columns; column++) {
          means[column] += inputs[column];
        }
      }
    });
    double[] squares = new double[columns];
    for (int column = 0; column < columns; column++) {
      means[column] /= rows.rows();
    }
    rows.forEachBatch(batch -> {
      for (double[] inputs : batch.inputs()) {
        for (int column = 0; column < columns; column++) {
          double distance = inputs[column] - means[column];
          squares[column] += distance * distance;
        }
      }
    });
    double[] shifts = new double[columns];
    double[] factors = new double[columns];
    for (int column = 0; column < columns; column++) {
      double deviation = Math.sqrt(squares[column] / rows.rows());
      boolean term = rows.input(column).term();
      shifts[column] = term ? 0 : means[column];
      factors[column] = term ? 1 : deviation > 0 ? 1 / deviation : 0;
    }
    return new Scaling(means, shifts, factors);
  }

  double scaled(double input, int column) {
    return (input - shifts[column]) * factors[column];
  }
}
