package io.drivetrain.models.prediction;

import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.SparseRow;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.schema.Row;

/** The scores of a row, the short way where most of its inputs are 0. */
public final class RowScores {

  private RowScores() {}

  /** One for each output of the estimator. */
  public static double[] of(Encoder encoder, Estimator estimator, Row row) {
    double[] scores = new double[estimator.outputs()];
    if (encoder.isWide() && estimator instanceof LinearModel linear) {
      SparseRow inputs = encoder.encodeSparse(row);
      linear.scores(inputs.places(), inputs.values(), scores);
    } else {
      estimator.scores(encoder.encode(row), scores);
    }
    return scores;
  }
}
