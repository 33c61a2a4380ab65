package io.drivetrain.pipeline.trainer.liblinear;

import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Arrays;

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
    rows.forEachSparse((places, values, _) -> {
      for (int i = 0; i < places.length; i++) {
        means[places[i]] += values[i];
      }
    });
    for (int column = 0; column < columns; column++) {
      means[column] /= rows.rows();
    }
    double[] squares = new double[columns];
    int[] zeros = new int[columns];
    Arrays.fill(zeros, rows.rows());
    rows.forEachSparse((places, values, _) -> {
      for (int i = 0; i < places.length; i++) {
        double distance = values[i] - means[places[i]];
        squares[places[i]] += distance * distance;
        zeros[places[i]]--;
      }
    });
    for (int column = 0; column < columns; column++) {
      squares[column] += zeros[column] * means[column] * means[column];
    }
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

  /** Whether an input of 0 stays 0. */
  boolean keepsZero(int column) {
    return shifts[column] == 0;
  }

  double scaled(double input, int column) {
    return (input - shifts[column]) * factors[column];
  }
}
