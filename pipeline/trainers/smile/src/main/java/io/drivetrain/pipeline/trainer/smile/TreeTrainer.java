package io.drivetrain.pipeline.trainer.smile;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Libraries;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import smile.regression.RegressionTree;

/** What the ensembles of Smile have in common. */
abstract sealed class TreeTrainer implements Trainer<TreeParameters>
    permits GradientBoostingTrainer, RandomForestTrainer {
  private static final Library LIBRARY =
      Libraries.of("com.github.haifengl", "smile-core", RegressionTree.class);

  @Override
  public final TreeParameters defaults() {
    return TreeParameters.DEFAULTS;
  }

  @Override
  public final TreeParameters forErrors(int size) {
    return TreeParameters.forErrors(size);
  }

  @Override
  public final int rounds(TreeParameters parameters) {
    return parameters.trees();
  }

  @Override
  public final String round() {
    return "tree";
  }

  @Override
  public final Fitted fit(
      TrainingSet rows, TreeParameters parameters, long seed, TrainingMonitor monitor) {
    TrainingSet.Batch all = rows.all();
    return new Fitted(Smile.fit(seed, () -> flattened(all, parameters, seed, monitor)), LIBRARY);
  }

  abstract TreeEnsemble flattened(
      TrainingSet.Batch rows, TreeParameters parameters, long seed, TrainingMonitor monitor);
}
