package io.drivetrain.models.metric;

import io.drivetrain.models.prediction.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A metric of the hold-out: rows that no training saw. */
public enum Metric {
  R2(
      Task.REGRESSION,
      "test_r2",
      "R²",
      Scale.PLAIN,
      Better.HIGHER,
      "share of the variance explained; 1 is perfect"),
  RMSE(
      Task.REGRESSION,
      "test_rmse",
      "Root mean squared error",
      Scale.TARGET,
      Better.LOWER,
      "large errors count more"),
  MAE(
      Task.REGRESSION,
      "test_mae",
      "Mean absolute error",
      Scale.TARGET,
      Better.LOWER,
      "how far a prediction is off on average"),
  MAPE(
      Task.REGRESSION,
      "test_mape",
      "Mean absolute percentage error",
      Scale.SHARE,
      Better.LOWER,
      "error as a share of the actual value"),
  MEDIAN_ERROR(
      Task.REGRESSION,
      "test_median_absolute_error",
      "Median absolute error",
      Scale.TARGET,
      Better.LOWER,
      "half of the predictions are off by less"),
  RMSE_SD(
      Task.REGRESSION,
      "test_rmse_sd",
      "RMSE in standard deviations",
      Scale.DEVIATIONS,
      Better.LOWER,
      "1 is as good as always predicting the mean"),
  MAE_SD(
      Task.REGRESSION,
      "test_mae_sd",
      "MAE in standard deviations",
      Scale.DEVIATIONS,
      Better.LOWER,
      "the mean absolute error by the spread of the target"),
  COVERAGE(
      Task.REGRESSION,
      "interval_coverage",
      "Coverage of the intervals",
      Scale.SHARE,
      Better.NEITHER,
      "actual values inside their interval; best near what was asked"),
  WIDTH(
      Task.REGRESSION,
      "interval_width_share",
      "Width of the intervals",
      Scale.SHARE,
      Better.LOWER,
      "mean width as a share of the prediction"),
  IN_RANGE_ROWS(
      Task.REGRESSION,
      "in_range_share",
      "Rows in the training range",
      Scale.SHARE,
      Better.NEITHER,
      "rows whose actual value lies between the least and the greatest that were learned from"),
  IN_RANGE_R2(
      Task.REGRESSION,
      "in_range_r2",
      "R² in the training range",
      Scale.PLAIN,
      Better.HIGHER,
      "share of the variance explained, of those rows alone"),
  IN_RANGE_MAE(
      Task.REGRESSION,
      "in_range_mae",
      "Mean absolute error in the training range",
      Scale.TARGET,
      Better.LOWER,
      "how far a prediction is off on average, of those rows alone"),
  IN_RANGE_RMSE_SD(
      Task.REGRESSION,
      "in_range_rmse_sd",
      "RMSE in standard deviations in the training range",
      Scale.DEVIATIONS,
      Better.LOWER,
      "1 is as good as always predicting the mean of those rows"),
  IN_RANGE_MAE_SD(
      Task.REGRESSION,
      "in_range_mae_sd",
      "MAE in standard deviations in the training range",
      Scale.DEVIATIONS,
      Better.LOWER,
      "the mean absolute error by the spread of the target, of those rows alone"),
  ACCURACY(
      Task.CLASSIFICATION,
      "test_accuracy",
      "Accuracy",
      Scale.SHARE,
      Better.HIGHER,
      "share of the rows whose class is predicted"),
  MACRO_F1(
      Task.CLASSIFICATION,
      "test_macro_f1",
      "Macro F1",
      Scale.PLAIN,
      Better.HIGHER,
      "precision and recall of each class, every class counting the same"),
  LOG_LOSS(
      Task.CLASSIFICATION,
      "test_log_loss",
      "Log loss",
      Scale.PLAIN,
      Better.LOWER,
      "what the probabilities cost; confident errors cost most"),
  CALIBRATION_ERROR(
      Task.CLASSIFICATION,
      "test_calibration_error",
      "Expected calibration error",
      Scale.SHARE,
      Better.LOWER,
      "how far the probability of the predicted class is from how often it is right"),
  ROC_AUC(
      Task.CLASSIFICATION,
      "test_roc_auc",
      "ROC AUC",
      Scale.PLAIN,
      Better.HIGHER,
      "of two classes: chance that a row of the second has the greater probability of it; 0.5 is chance");

  /** The unit of the values. */
  public enum Scale {
    /** None. */
    PLAIN,
    /** That of the target. */
    TARGET,
    /** A share of 1. */
    SHARE,
    /** Standard deviations of the target. */
    DEVIATIONS
  }

  private enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  private final Task task;
  private final String key;
  private final String label;
  private final Scale scale;
  private final Better better;
  private final String meaning;

  Metric(Task task, String key, String label, Scale scale, Better better, String meaning) {
    this.task = task;
    this.key = key;
    this.label = label;
    this.scale = scale;
    this.better = better;
    this.meaning = meaning;
  }

  /** The one with this name in the registry. */
  public static Optional<Metric> find(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
  }

  /** The names of the metrics of a task. */
  public static List<String> keys(Task task) {
    return Arrays.stream(values()).filter(metric -> metric.task == task).map(Metric::key).toList();
  }

  /** Its name in the registry, such as {@code test_r2}. */
  public String key() {
    return key;
  }

  public String label() {
    return label;
  }

  public String meaning() {
    return meaning;
  }

  public Scale scale() {
    return scale;
  }

  /**
   * The unit of its values as they are stored; a share is of 1.
   *
   * @param ofTarget unit of the target
   */
  public String unit(String ofTarget) {
    return switch (scale) {
      case PLAIN -> "";
      case TARGET -> ofTarget;
      case SHARE -> "share";
      case DEVIATIONS -> "standard deviations";
    };
  }

  /** Whether a difference of this sign is an improvement; empty when neither is. */
  public Optional<Boolean> isBetter(double difference) {
    return difference == 0 || better == Better.NEITHER
        ? Optional.empty()
        : Optional.of(better == Better.HIGHER == difference > 0);
  }
}
