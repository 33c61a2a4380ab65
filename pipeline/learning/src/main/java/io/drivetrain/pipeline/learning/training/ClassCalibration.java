package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.prediction.Calibration;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Finds the slope and the intercept of each class that make the log loss of scores least (vector
 * scaling), by Newton's method. The loss is convex; a penalty of the weight of one row, which pulls
 * slopes to 1 and intercepts to 0, makes its minimum one point.
 */
final class ClassCalibration {
  private static final int MOST_STEPS = 50;
  private static final double ENOUGH = 1e-10;

  private final double[][] scores;
  private final int[] actual;
  private final int classes;

  private ClassCalibration(double[][] scores, int[] actual, int classes) {
    this.scores = scores;
    this.actual = actual;
    this.classes = classes;
  }

  /**
   * @param scores {@code [row][output]} of rows that the models which give them have not seen; one
   *     output for two classes is that of the second against the first
   * @param targets places of the true classes
   */
  static Calibration fit(double[][] scores, double[] targets, int classes) {
    double[][] all =
        scores[0].length == classes
            ? scores
            : Arrays.stream(scores).map(row -> new double[] {0, row[0]}).toArray(double[][]::new);
    int[] actual = Arrays.stream(targets).mapToInt(target -> (int) target).toArray();
    return new ClassCalibration(all, actual, classes).fit();
  }

  private Calibration fit() {
    double[] parameters = new double[2 * classes];
    Arrays.fill(parameters, 0, classes, 1);
    double loss = loss(parameters);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = direction(parameters);
      double length = 1;
      double[] next = moved(parameters, direction, length);
      double nextLoss = loss(next);
      while (!(nextLoss <= loss) && length > ENOUGH) {
        length /= 2;
        next = moved(parameters, direction, length);
        nextLoss = loss(next);
      }
      if (!(nextLoss < loss)) {
        break;
      }
      double gain = loss - nextLoss;
      parameters = next;
      loss = nextLoss;
      if (gain < ENOUGH * Math.abs(loss)) {
        break;
      }
    }
    return new Calibration(
        list(Arrays.copyOf(parameters, classes)),
        list(Arrays.copyOfRange(parameters, classes, 2 * classes)));
  }

  /** Newton's step: the solution of {@code hessian * step = -gradient}. */
  private double[] direction(double[] parameters) {
    double[] gradient = new double[2 * classes];
    double[][] hessian = new double[2 * classes][2 * classes];
    double[] probabilities = new double[classes];
    for (int row = 0; row < scores.length; row++) {
      probabilities(parameters, scores[row], probabilities);
      add(scores[row], actual[row], probabilities, gradient, hessian);
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += parameters[i] - (i < classes ? 1 : 0);
      hessian[i][i] += 1;
      gradient[i] = -gradient[i];
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), 1e-6, 0)
        .getSolver()
        .solve(new ArrayRealVector(gradient, false))
        .toArray();
  }

  private void add(
      double[] row, int truth, double[] probabilities, double[] gradient, double[][] hessian) {
    for (int j = 0; j < classes; j++) {
      double off = probabilities[j] - (j == truth ? 1 : 0);
      gradient[j] += off * row[j];
      gradient[classes + j] += off;
      for (int k = 0; k < classes; k++) {
        double curvature = probabilities[j] * ((j == k ? 1 : 0) - probabilities[k]);
        hessian[j][k] += curvature * row[j] * row[k];
        hessian[j][classes + k] += curvature * row[j];
        hessian[classes + j][k] += curvature * row[k];
        hessian[classes + j][classes + k] += curvature;
      }
    }
  }

  private double loss(double[] parameters) {
    double[] probabilities = new double[classes];
    double loss = 0;
    for (int row = 0; row < scores.length; row++) {
      probabilities(parameters, scores[row], probabilities);
      loss -= StrictMath.log(Math.max(probabilities[actual[row]], Double.MIN_NORMAL));
    }
    for (int i = 0; i < parameters.length; i++) {
      double off = parameters[i] - (i < classes ? 1 : 0);
      loss += off * off / 2;
    }
    return loss;
  }

  private void probabilities(double[] parameters, double[] row, double[] probabilities) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      probabilities[k] = parameters[k] * row[k] + parameters[classes + k];
      greatest = Math.max(greatest, probabilities[k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      probabilities[k] = StrictMath.exp(probabilities[k] - greatest);
      sum += probabilities[k];
    }
    for (int k = 0; k < classes; k++) {
      probabilities[k] /= sum;
    }
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] moved = new double[from.length];
    Arrays.setAll(moved, i -> from[i] + length * direction[i]);
    return moved;
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
