package io.drivetrain.models.estimator;

import java.util.Arrays;

/**
 * A weighted sum of the inputs for each output: {@code intercept + weight0 * input0 + weight1 *
 * input1 + ...}, added from left to right.
 */
public final class LinearModel implements Estimator {

  private final double[] means;
  private final double[] intercepts;
  private final double[][] weights;

  /**
   * @param means of the inputs over the training rows, from which an explanation starts; their
   *     number is that of the columns
   * @param intercepts one for each output
   * @param weights {@code [output][column]}
   * @throws IllegalArgumentException when the sizes do not match or a number is not finite
   */
  public LinearModel(double[] means, double[] intercepts, double[][] weights) {
    if (means.length == 0 || intercepts.length == 0 || weights.length != intercepts.length) {
      throw new IllegalArgumentException(
          "a linear model needs columns, and a row of weights for each of its intercepts");
    }
    requireFinite("a mean", means);
    requireFinite("an intercept", intercepts);
    for (double[] row : weights) {
      if (row.length != means.length) {
        throw new IllegalArgumentException(
            row.length + " weights, but there are " + means.length + " columns");
      }
      requireFinite("a weight", row);
    }
    this.means = means.clone();
    this.intercepts = intercepts.clone();
    this.weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public int columns() {
    return means.length;
  }

  @Override
  public int outputs() {
    return intercepts.length;
  }

  /** The mean of an input over the training rows. */
  public double mean(int column) {
    return means[column];
  }

  public double intercept(int output) {
    return intercepts[output];
  }

  public double weight(int output, int column) {
    return weights[output][column];
  }

  @Override
  public double score(double[] inputs) {
    requireOneOutput();
    return score(inputs, 0);
  }

  @Override
  public void score(double[][] inputs, double[] out) {
    requireOneOutput();
    for (int i = 0; i < inputs.length; i++) {
      out[i] = score(inputs[i], 0);
    }
  }

  @Override
  public void scores(double[] inputs, double[] out) {
    for (int output = 0; output < intercepts.length; output++) {
      out[output] = score(inputs, output);
    }
  }

  /**
   * All scores of a row of which only some inputs are not 0; the same as {@link #scores(double[],
   * double[])} gives.
   *
   * @param places of these inputs, ascending
   * @param values of these inputs
   */
  public void scores(int[] places, double[] values, double[] out) {
    for (int output = 0; output < intercepts.length; output++) {
      double[] row = weights[output];
      double sum = intercepts[output];
      for (int i = 0; i < places.length; i++) {
        sum += row[places[i]] * values[i];
      }
      out[output] = sum;
    }
  }

  /** The score of a row whose inputs are the means of the training rows. */
  public double meanScore(int output) {
    return score(means, output);
  }

  @Override
  public double greatestScore(double[] greatestInputs) {
    double greatest = 0;
    for (int output = 0; output < intercepts.length; output++) {
      double sum = Math.abs(intercepts[output]);
      for (int column = 0; column < means.length; column++) {
        sum += Math.abs(weights[output][column]) * greatestInputs[column];
      }
      greatest = Math.max(greatest, sum);
    }
    return greatest;
  }

  private double score(double[] inputs, int output) {
    double[] row = weights[output];
    double sum = intercepts[output];
    for (int column = 0; column < row.length; column++) {
      sum += row[column] * inputs[column];
    }
    return sum;
  }

  private void requireOneOutput() {
    if (intercepts.length != 1) {
      throw new IllegalStateException("the model has " + intercepts.length + " outputs, not one");
    }
  }

  private static void requireFinite(String what, double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(what + " is " + value + ", not a finite number");
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearModel model
        && Arrays.equals(means, model.means)
        && Arrays.equals(intercepts, model.intercepts)
        && Arrays.deepEquals(weights, model.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(intercepts) + Arrays.deepHashCode(weights);
  }

  @Override
  public String toString() {
    return "LinearModel[" + columns() + " columns, " + outputs() + " outputs]";
  }
}
