package io.drivetrain.models.encoding;

/** A fitted number must be a number: a tree sends NaN to the right, whatever was learned. */
final class Finite {

  private Finite() {}

  static void check(String feature, String what, double value) {
    if (feature == null) {
      throw new IllegalArgumentException("a column needs a feature");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("column of " + feature + ": " + what + " is no number");
    }
  }
}
