package io.drivetrain.pipeline.trainer.lightgbm;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.Libraries;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.util.EnumSet;
import java.util.Set;

/** Gradient boosting of LightGBM: squared loss for numbers, log loss for classes. */
public final class LightGbmTrainer implements Trainer<LightGbmParameters> {
  private static final Library LIBRARY =
      Libraries.of("io.github.metarank", "lightgbm4j", LGBMBooster.class);

  @Override
  public String name() {
    return "lightgbm";
  }

  @Override
  public Set<Task> tasks() {
    return EnumSet.allOf(Task.class);
  }

  @Override
  public boolean keepsDirections() {
    return true;
  }

  @Override
  public LightGbmParameters defaults() {
    return LightGbmParameters.DEFAULTS;
  }

  @Override
  public LightGbmParameters forErrors(int size) {
    return LightGbmParameters.forErrors(size);
  }

  @Override
  public int rounds(LightGbmParameters parameters) {
    return parameters.trees();
  }

  @Override
  public String round() {
    return "tree";
  }

  @Override
  public Fitted fit(
      TrainingSet rows, LightGbmParameters parameters, long seed, TrainingMonitor monitor) {
    try {
      return learn(rows, parameters, seed, monitor);
    } catch (LinkageError absent) {
      throw new IllegalArgumentException(
          "the native library of LightGBM cannot be loaded: on Linux it needs glibc and libgomp.so.1 (package libgomp1)",
          absent);
    }
  }

  private static Fitted learn(
      TrainingSet rows, LightGbmParameters parameters, long seed, TrainingMonitor monitor) {
    TrainingSet.Batch all = rows.all();
    LightGbmParameters settled =
        parameters.earlyStopping() == 0 || rows.rows() < EarlyStopping.LEAST_ROWS
            ? parameters
            : parameters.withTrees(EarlyStopping.trees(rows, all, parameters, seed, monitor));
    String model = new LightGbmFit(rows, settled, seed).learn(all, monitor);
    return new Fitted(LightGbmModel.parse(model).estimator(), LIBRARY);
  }
}
