package io.drivetrain.pipeline.trainer.linear;

/**
 * Parameters of ridge regression.
 *
 * @param penalty weight of the squared coefficients against the mean squared error, on standardised
 *     inputs; 0 or more. 0 is least squares.
 */
public record RidgeParameters(double penalty) {

  public RidgeParameters {
    if (!(penalty >= 0) || Double.isInfinite(penalty)) {
      throw new IllegalArgumentException("penalty must be 0 or more, not " + penalty);
    }
  }
}
