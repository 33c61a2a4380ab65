package io.drivetrain.pipeline.trainer.smile;

import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Random;
import smile.regression.RandomForest;

/** Smile's random forest: deep trees side by side, averaged. */
public final class RandomForestTrainer extends TreeTrainer {

  @Override
  public String name() {
    return "random_forest";
  }

  @Override
  TreeEnsemble flattened(
      TrainingSet.Batch rows, TreeParameters parameters, long seed, TrainingMonitor monitor) {
    return SmileTrees.flatten(fit(rows, parameters, seed, monitor), rows.columns());
  }

  static RandomForest fit(
      TrainingSet.Batch rows, TreeParameters parameters, long seed, TrainingMonitor monitor) {
    int columns = rows.columns();
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
            new SmileMonitor<>(monitor));
    return RandomForest.fit(
        SmileData.formula(), SmileData.frame(rows.inputs(), rows.targets()), options);
  }
}
