package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.estimator.TreeEnsemble;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

/** Smile's gradient boosting with squared loss. */
record GradientBoostingTrainer(TreeParameters parameters) implements Trainer {

  @Override
  public TreeEnsemble train(double[][] inputs, double[] targets, long seed, TrainingMonitor watch) {
    return Smile.fit(seed, () -> SmileTrees.flatten(fit(inputs, targets, watch), inputs[0].length));
  }

  @Override
  public int trees() {
    return parameters.trees();
  }

  GradientTreeBoost fit(double[][] inputs, double[] targets, TrainingMonitor watch) {
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
            new SmileMonitor<>(watch));
    return GradientTreeBoost.fit(SmileData.formula(), SmileData.frame(inputs, targets), options);
  }
}
