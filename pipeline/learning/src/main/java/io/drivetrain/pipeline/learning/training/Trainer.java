package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.estimator.TreeEnsemble;

/** A learning algorithm of some library with its parameters. Safe for any number of threads. */
interface Trainer {

  /**
   * Learns, on the calling thread alone.
   *
   * @param inputs {@code [row][column]}, finite
   * @param targets one for each row, on the scale of learning
   * @param seed the same inputs, targets and seed give the same trees, bit for bit
   * @param watch told of each tree, and asked whether to go on
   * @return trees that score every row as the library's own model does, bit for bit
   */
  TreeEnsemble train(double[][] inputs, double[] targets, long seed, TrainingMonitor watch);

  /** How many trees a fit makes; for progress. */
  int trees();
}
