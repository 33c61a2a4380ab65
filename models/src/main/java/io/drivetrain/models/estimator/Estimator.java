package io.drivetrain.models.estimator;

/**
 * A fitted function from the inputs of a row to its scores: one score for a regression, on the
 * scale of learning, or one for each class. Immutable, safe for any number of threads; the same
 * bits on every machine.
 *
 * <p>The family is closed, so that the compiler names every place that a new member must join. A
 * network in ONNX format joins as another record here, with a file kind in {@code bundle} and an
 * attribution in {@code explanation}; every {@code switch} over estimators has no default.
 */
public sealed interface Estimator permits TreeEnsemble, ClassTrees, LinearModel {

  /** Number of inputs of a row. */
  int columns();

  /** Number of scores of a row: 1, or one for each class. */
  int outputs();

  /**
   * The score of one row, without allocating an array for it.
   *
   * @param inputs as many as {@link #columns}
   * @throws IllegalStateException when the estimator has several outputs
   */
  double score(double[] inputs);

  /**
   * The scores of many rows of an estimator with one output: {@code out[i]} is that of {@code
   * inputs[i]}, bit for bit as {@link #score(double[])} gives it.
   *
   * @throws IllegalStateException when the estimator has several outputs
   */
  void score(double[][] inputs, double[] out);

  /**
   * All scores of one row.
   *
   * @param out as many as {@link #outputs}; filled here
   */
  void scores(double[] inputs, double[] out);

  /**
   * No score of any row is further from 0. Infinite when a score may overflow.
   *
   * @param greatestInputs for each column a number that no input is further from 0 than
   */
  double greatestScore(double[] greatestInputs);
}
