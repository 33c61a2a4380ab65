package io.drivetrain.pipeline.trainer.linear;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Libraries;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Ridge regression: {@code (Z'Z / n + penalty * I) w = Z'y / n} for standardised inputs Z, solved
 * by Hipparchus' Cholesky decomposition. Keeps one matrix of columns by columns, whatever the
 * number of rows.
 */
public final class RidgeTrainer implements Trainer<RidgeParameters> {
  private static final Library LIBRARY =
      Libraries.of("org.hipparchus", "hipparchus-core", CholeskyDecomposition.class);

  /** Added to the diagonal, so that columns that depend on each other have a solution. */
  private static final double LEAST_PENALTY = 1e-9;

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public RidgeParameters defaults() {
    return new RidgeParameters(0.001);
  }

  @Override
  public RidgeParameters forErrors(int size) {
    return new RidgeParameters(0.01);
  }

  @Override
  public int rounds(RidgeParameters parameters) {
    return 1;
  }

  @Override
  public Fitted fit(
      TrainingSet rows, RidgeParameters parameters, long seed, TrainingMonitor monitor) {
    Moments moments = Moments.of(rows);
    double[][] squares = new double[rows.columns()][rows.columns()];
    double[] products = new double[rows.columns()];
    rows.forEachBatch(batch -> add(batch, moments, squares, products));
    complete(squares, products, rows.rows(), Math.max(parameters.penalty(), LEAST_PENALTY));
    monitor.roundDone();
    return new Fitted(model(moments, solve(squares, products)), LIBRARY);
  }

  private static void add(
      TrainingSet.Batch batch, Moments moments, double[][] squares, double[] products) {
    double[] z = new double[products.length];
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < z.length; column++) {
        z[column] = moments.standardised(batch.inputs()[row], column);
      }
      double y = batch.targets()[row] - moments.targetMean();
      for (int i = 0; i < z.length; i++) {
        products[i] += z[i] * y;
        for (int j = 0; j <= i; j++) {
          squares[i][j] += z[i] * z[j];
        }
      }
    }
  }

  /** Means in place of sums, the upper half as the lower one, and the penalty on the diagonal. */
  private static void complete(double[][] squares, double[] products, int rows, double penalty) {
    for (int i = 0; i < products.length; i++) {
      products[i] /= rows;
      for (int j = 0; j <= i; j++) {
        squares[i][j] /= rows;
        squares[j][i] = squares[i][j];
      }
      squares[i][i] += penalty;
    }
  }

  private static double[] solve(double[][] squares, double[] products) {
    try {
      return new CholeskyDecomposition(new Array2DRowRealMatrix(squares, false))
          .getSolver()
          .solve(new ArrayRealVector(products, false))
          .toArray();
    } catch (MathRuntimeException singular) {
      throw new IllegalArgumentException(
          "the inputs depend on each other too closely for a linear model", singular);
    }
  }

  /** Back from standardised inputs to the inputs as they are. */
  private static LinearModel model(Moments moments, double[] coefficients) {
    double intercept = moments.targetMean();
    double[] weights = new double[coefficients.length];
    for (int column = 0; column < weights.length; column++) {
      double deviation = moments.deviations()[column];
      weights[column] = deviation > 0 ? coefficients[column] / deviation : 0;
      intercept -= weights[column] * moments.means()[column];
    }
    return new LinearModel(moments.means(), new double[] {intercept}, new double[][] {weights});
  }
}
