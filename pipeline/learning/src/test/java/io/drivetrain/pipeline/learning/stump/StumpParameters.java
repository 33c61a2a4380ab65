package io.drivetrain.pipeline.learning.stump;

/**
 * @param column that is split
 */
record StumpParameters(int column) {

  StumpParameters {
    if (column < 0) {
      throw new IllegalArgumentException("column must be 0 or more, not " + column);
    }
  }
}
