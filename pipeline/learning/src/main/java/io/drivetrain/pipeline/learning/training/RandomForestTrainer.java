package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.Random;
import smile.regression.RandomForest;

/** Smile's random forest. */
record RandomForestTrainer(TreeParameters parameters) implements Trainer {

  @Override
  public TreeEnsemble train(double[][] inputs, double[] targets, long seed, TrainingMonitor watch) {
    return Smile.fit(
        seed, () -> SmileTrees.flatten(fit(inputs, targets, seed, watch), inputs[0].length));
  }

  @Override
  public int trees() {
    return parameters.trees();
  }

  RandomForest fit(double[][] inputs, double[] targets, long seed, TrainingMonitor watch) {
    int columns = inputs[0].length;
    int tried =
        parameters.columnsPerSplit() == 0
            ? Math.max(1, columns / 3)
            : Math.min(columns, parameters.columnsPerSplit());
    var options =
        new RandomForest.Options(
            parameters.trees(),
            tried,
            parameters.maxDepth(),
            parameters.maxNodes(),
            parameters.nodeSize(),
            parameters.subsample(),
            new Random(seed).longs(parameters.trees()).map(Math::abs).toArray(),
            new SmileMonitor<>(watch));
    return RandomForest.fit(SmileData.formula(), SmileData.frame(inputs, targets), options);
  }
}
