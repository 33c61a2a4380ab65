package io.drivetrain.pipeline.learning.stump;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;

/** One split at the mean of a column: a trainer that only the tests have. */
public final class StumpTrainer implements Trainer<StumpParameters> {

  @Override
  public String name() {
    return "test_stump";
  }

  @Override
  public StumpParameters defaults() {
    return new StumpParameters(1);
  }

  @Override
  public StumpParameters forErrors(int size) {
    return defaults();
  }

  @Override
  public int rounds(StumpParameters parameters) {
    return 1;
  }

  @Override
  public Fitted fit(
      TrainingSet rows, StumpParameters parameters, long seed, TrainingMonitor monitor) {
    TrainingSet.Batch all = rows.all();
    int column = parameters.column();
    double split = 0;
    for (double[] inputs : all.inputs()) {
      split += inputs[column] / all.rows();
    }
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int row = 0; row < all.rows(); row++) {
      int side = all.inputs()[row][column] <= split ? 0 : 1;
      sums[side] += all.targets()[row];
      counts[side]++;
    }
    monitor.roundDone();
    return new Fitted(
        TreeEnsemble.builder(rows.columns(), new Combination.Mean())
            .split(column, split, all.rows())
            .leaf(sums[0] / counts[0], counts[0])
            .leaf(sums[1] / counts[1], counts[1])
            .build(),
        new Library("stumps", "1.2"));
  }
}
