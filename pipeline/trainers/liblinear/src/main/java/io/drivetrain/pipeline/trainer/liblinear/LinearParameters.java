package io.drivetrain.pipeline.trainer.liblinear;

/**
 * Parameters of linear models of classes.
 *
 * @param cost of an error against the squared weights; above 0. Smaller gives smaller weights.
 * @param tolerance at which the solver stops; above 0
 */
public record LinearParameters(double cost, double tolerance) {

  public LinearParameters {
    requirePositive("cost", cost);
    requirePositive("tolerance", tolerance);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("%s must be above 0, not %s".formatted(name, value));
    }
  }
}
