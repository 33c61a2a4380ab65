package io.drivetrain.pipeline.trainer.smile;

import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

/** Smile's gradient boosting with squared loss: small trees, each for what is still wrong. */
public final class GradientBoostingTrainer extends TreeTrainer {

  @Override
  public String name() {
    return "gradient_boosting";
  }

  @Override
  TreeEnsemble flattened(
      TrainingSet.Batch rows, TreeParameters parameters, long seed, TrainingMonitor monitor) {
    return SmileTrees.flatten(fit(rows, parameters, monitor), rows.columns());
  }

  static GradientTreeBoost fit(
      TrainingSet.Batch rows, TreeParameters parameters, TrainingMonitor monitor) {
    // The options hold the loss, and the loss holds the residuals: never share them between fits.
    var options =
        new GradientTreeBoost.Options(
            Loss.ls(),
            parameters.trees(),
            parameters.maxDepth(),
            parameters.maxNodes(),
            parameters.nodeSize(),
            parameters.shrinkage(),
            parameters.subsample(),
            null,
            new SmileMonitor<>(monitor));
    return GradientTreeBoost.fit(
        SmileData.formula(), SmileData.frame(rows.inputs(), rows.targets()), options);
  }
}
