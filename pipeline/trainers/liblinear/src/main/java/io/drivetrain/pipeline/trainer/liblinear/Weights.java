package io.drivetrain.pipeline.trainer.liblinear;

import de.bwaldvogel.liblinear.Model;
import io.drivetrain.models.estimator.LinearModel;
import java.util.Arrays;

/**
 * The weights of liblinear, with inputs as they are. Of two classes the second has a score, against
 * the first.
 */
record Weights(Model model, int classes, Scaling scaling) {

  /** Of a class that no row to learn from had: none is less likely. */
  private static final double NEVER = -30;

  LinearModel folded() {
    int outputs = classes == 2 ? 1 : classes;
    int columns = scaling.means().length;
    double[] intercepts = new double[outputs];
    double[][] weights = new double[outputs][columns];
    Arrays.fill(intercepts, NEVER);
    for (int place = 0; place < model.getNrClass(); place++) {
      int label = model.getLabels()[place];
      if (classes > 2) {
        fill(place, 1, label, intercepts, weights);
      } else if (place == 0) {
        fill(0, label == 1 ? 1 : -1, 0, intercepts, weights);
      }
    }
    return new LinearModel(scaling.means(), intercepts, weights);
  }

  private void fill(int place, int sign, int output, double[] intercepts, double[][] weights) {
    double intercept = sign * weight(0, place);
    for (int column = 0; column < weights[output].length; column++) {
      double weight = sign * weight(column + 1, place) * scaling.factors()[column];
      weights[output][column] = weight;
      if (scaling.shifts()[column] != 0) {
        intercept -= weight * scaling.shifts()[column];
      }
    }
    intercepts[output] = intercept;
  }

  /**
   * liblinear keeps one row of weights where it has learned two classes: of the first against the
   * second.
   */
  private double weight(int column, int place) {
    double[] all = model.getFeatureWeights();
    if (model.getNrClass() > 2) {
      return all[column * model.getNrClass() + place];
    }
    return place == 0 ? all[column] : -all[column];
  }
}
