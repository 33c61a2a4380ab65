package io.drivetrain.models.estimator;

import java.util.List;

/**
 * One ensemble of trees for each class: the score of a class is that of its ensemble. What boosting
 * with several classes learns.
 *
 * @param byClass two or more, with one output and the same columns each
 */
public record ClassTrees(List<TreeEnsemble> byClass) implements Estimator {

  public ClassTrees {
    byClass = List.copyOf(byClass);
    if (byClass.size() < 2
        || byClass.stream().mapToInt(Estimator::columns).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "trees of classes need an ensemble for each of two classes or more, on the same columns");
    }
  }

  @Override
  public int columns() {
    return byClass.getFirst().columns();
  }

  @Override
  public int outputs() {
    return byClass.size();
  }

  @Override
  public double score(double[] inputs) {
    throw severalOutputs();
  }

  @Override
  public void score(double[][] inputs, double[] out) {
    throw severalOutputs();
  }

  @Override
  public void scores(double[] inputs, double[] out) {
    for (int output = 0; output < byClass.size(); output++) {
      out[output] = byClass.get(output).score(inputs);
    }
  }

  @Override
  public double greatestScore(double[] greatestInputs) {
    return byClass.stream()
        .mapToDouble(trees -> trees.greatestScore(greatestInputs))
        .max()
        .orElseThrow();
  }

  private IllegalStateException severalOutputs() {
    return new IllegalStateException("the model has " + outputs() + " outputs, not one");
  }

  @Override
  public String toString() {
    return "ClassTrees" + byClass;
  }
}
