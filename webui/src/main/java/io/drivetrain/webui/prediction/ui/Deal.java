package io.drivetrain.webui.prediction.ui;

import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.IssueCode;
import java.util.Set;

/** How an asking price lies to an estimate: five grades, or too little is known for a grade. */
enum Deal {
  UNKNOWN,
  TOP,
  GOOD,
  FAIR,
  HIGH,
  TOO_HIGH;

  /** Of the way from the estimate to an end of its interval: within it a price is a fair one. */
  private static final double FAIR_PART = 1.0 / 3;

  /** An interval that is wider than this part of the estimate grades nothing. */
  private static final double WIDEST = 1.2;

  /** A price further away is more likely a mistake, or another thing, than a deal. */
  private static final double MOST_TIMES = 3;

  private static final Set<IssueCode> STRANGE =
      Set.of(
          IssueCode.UNSEEN_VALUE, IssueCode.UNSEEN_COMBINATION, IssueCode.OUTSIDE_TRAINING_RANGE);

  /**
   * @param asked in the unit of the prediction
   */
  static Deal of(double asked, Prediction.Value prediction) {
    Interval interval = prediction.interval();
    double value = prediction.value();
    boolean isStrange =
        prediction.warnings().stream().map(FieldIssue::code).anyMatch(STRANGE::contains);
    boolean isAbsurd = asked < value / MOST_TIMES || asked > value * MOST_TIMES;
    if (isStrange || isAbsurd || interval.high() - interval.low() > WIDEST * Math.abs(value)) {
      return UNKNOWN;
    }
    double reach = asked < value ? value - interval.low() : interval.high() - value;
    double part = reach <= 0 ? Math.signum(asked - value) * 2 : (asked - value) / reach;
    if (part < -1) {
      return TOP;
    }
    if (part < -FAIR_PART) {
      return GOOD;
    }
    if (part <= FAIR_PART) {
      return FAIR;
    }
    return part <= 1 ? HIGH : TOO_HIGH;
  }
}
