package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.learning.page.Figures;
import java.util.Arrays;
import java.util.Optional;

/** The metrics of a hold-out, as people read them. */
enum HoldOutMetric {
  R2("test_r2", "R²", Scale.PLAIN, Better.HIGHER, "share of the variance explained; 1 is perfect"),
  MAE(
      "test_mae",
      "Mean absolute error",
      Scale.TARGET,
      Better.LOWER,
      "how far a prediction is off on average"),
  MEDIAN_ERROR(
      "test_median_absolute_error",
      "Median absolute error",
      Scale.TARGET,
      Better.LOWER,
      "half of the predictions are off by less"),
  RMSE(
      "test_rmse",
      "Root mean squared error",
      Scale.TARGET,
      Better.LOWER,
      "large errors count more"),
  MAPE(
      "test_mape",
      "Mean absolute percentage error",
      Scale.SHARE,
      Better.LOWER,
      "error as a share of the actual value"),
  RMSE_SD(
      "test_rmse_sd",
      "RMSE in standard deviations",
      Scale.DEVIATIONS,
      Better.LOWER,
      "1 is as good as always saying the mean"),
  MAE_SD(
      "test_mae_sd",
      "MAE in standard deviations",
      Scale.DEVIATIONS,
      Better.LOWER,
      "the mean absolute error by the spread of the target"),
  COVERAGE(
      "interval_coverage",
      "Coverage of the intervals",
      Scale.SHARE,
      Better.NEITHER,
      "actual values inside their interval; best near what was asked"),
  WIDTH(
      "interval_width_share",
      "Width of the intervals",
      Scale.SHARE,
      Better.LOWER,
      "mean width as a share of the prediction");

  private enum Scale {
    PLAIN,
    TARGET,
    SHARE,
    DEVIATIONS
  }

  private enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  private final String key;
  private final String label;
  private final Scale scale;
  private final Better better;
  private final String meaning;

  HoldOutMetric(String key, String label, Scale scale, Better better, String meaning) {
    this.key = key;
    this.label = label;
    this.scale = scale;
    this.better = better;
    this.meaning = meaning;
  }

  static Optional<HoldOutMetric> find(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
  }

  /** Its name in the registry. */
  String key() {
    return key;
  }

  String label() {
    return label;
  }

  String meaning() {
    return meaning;
  }

  /** The unit of its values as they are stored; a share is of 1. */
  String unit(String ofTarget) {
    return switch (scale) {
      case PLAIN -> "";
      case TARGET -> ofTarget;
      case SHARE -> "share";
      case DEVIATIONS -> "standard deviations";
    };
  }

  String shown(double value, String ofTarget) {
    return switch (scale) {
      case PLAIN -> Figures.number(value);
      case TARGET -> (Figures.number(value) + " " + ofTarget).strip();
      case SHARE -> Figures.percent(value);
      case DEVIATIONS -> Figures.number(value) + " sd";
    };
  }

  String shownDifference(double difference, String ofTarget) {
    String sign = difference > 0 ? "+" : "";
    return scale == Scale.SHARE
        ? sign + Figures.points(difference)
        : sign + shown(difference, ofTarget);
  }

  /** Whether a difference of this sign is an improvement; empty when there is no saying. */
  Optional<Boolean> isBetter(double difference) {
    return difference == 0 || better == Better.NEITHER
        ? Optional.empty()
        : Optional.of(better == Better.HIGHER == difference > 0);
  }
}
