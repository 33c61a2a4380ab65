package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.learning.data.Example;
import java.util.Arrays;
import java.util.List;

/**
 * How far the mean absolute errors of two equal models lie apart by chance: models of the same
 * recipe that learned from other rows of the same kind. The models of the folds, which the
 * intervals need anyway, tell it: the spread of their errors on the hold-out, scaled up as for a
 * delete-a-group jackknife because any two of them share most of their rows.
 */
public final class RetrainingNoise {
  /** Its name among the metrics of a bundle, in the target's unit. */
  public static final String KEY = "retraining_noise_mae";

  private RetrainingNoise() {}

  /** Standard deviation of the difference of two equal models, in the target's unit. */
  static double of(List<FoldModel> foldModels, List<Example> holdOut) {
    double[] errors = foldModels.stream().mapToDouble(model -> error(model, holdOut)).toArray();
    double mean = Arrays.stream(errors).average().orElseThrow();
    double squares = Arrays.stream(errors).map(one -> (one - mean) * (one - mean)).sum();
    int folds = errors.length;
    return Math.sqrt(2 * squares * (folds - 1) / folds);
  }

  private static double error(FoldModel model, List<Example> holdOut) {
    return holdOut.stream()
        .mapToDouble(one -> Math.abs(model.value(one.row()) - one.target()))
        .average()
        .orElseThrow();
  }
}
