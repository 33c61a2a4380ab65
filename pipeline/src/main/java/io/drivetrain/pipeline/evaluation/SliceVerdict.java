package io.drivetrain.pipeline.evaluation;

import java.util.Locale;

/**
 * What was measured of one slice. Amounts are in the target's unit. What compares with the champion
 * is null when it was not compared.
 *
 * @param rows of the hold-out
 * @param meanAbsoluteError of the challenger
 * @param errorShare the same as a share of the mean actual value
 * @param biasShare how much the challenger predicts above the actual values on average, as a share
 *     of their mean; below 0: too little
 * @param comparedRows those that the champion could read too
 * @param championMeanAbsoluteError of the compared rows
 * @param difference of the mean absolute errors on the compared rows; above 0 the challenger is
 *     worse
 * @param lowerBound that the difference stays above, with the confidence of the gate
 * @param adjustedP how likely such differences are when the challenger is not worse, after Holm
 * @param problem empty when the slice holds
 */
record SliceVerdict(
    String slice,
    int rows,
    double meanAbsoluteError,
    double errorShare,
    double biasShare,
    int comparedRows,
    Double championMeanAbsoluteError,
    Double difference,
    Double lowerBound,
    Double adjustedP,
    String problem) {

  /** A slice before it is compared with the champion. */
  static SliceVerdict of(Slice slice, double meanAbsoluteError, double bias) {
    double mean = Math.abs(slice.meanTarget());
    return new SliceVerdict(
        slice.name(),
        slice.rows(),
        meanAbsoluteError,
        meanAbsoluteError / mean,
        bias / mean,
        0,
        null,
        null,
        null,
        null,
        "");
  }

  SliceVerdict with(SliceComparison comparison, double p) {
    return new SliceVerdict(
        slice,
        rows,
        meanAbsoluteError,
        errorShare,
        biasShare,
        comparison.rows(),
        comparison.championError(),
        comparison.difference(),
        comparison.lowerBound(),
        p,
        problem);
  }

  /** The same, with what speaks against it. */
  SliceVerdict judged(SliceGate gate) {
    StringBuilder problems = new StringBuilder();
    if (gate.maxError() != null && !(errorShare <= gate.maxError())) {
      append(
          problems,
          "the error is %.1f %% of the mean, asked is at most %.1f %%",
          errorShare,
          gate.maxError());
    }
    if (gate.maxBias() != null && !(Math.abs(biasShare) <= gate.maxBias())) {
      append(
          problems,
          "predictions are off by %+.1f %% on average, asked is at most %.1f %%",
          biasShare,
          gate.maxBias());
    }
    if (isWorseThanChampion(gate)) {
      append(
          problems,
          "the error is %+.1f %% against the champion, asked is at most %+.1f %%",
          difference / championMeanAbsoluteError,
          gate.margin());
    }
    return new SliceVerdict(
        slice,
        rows,
        meanAbsoluteError,
        errorShare,
        biasShare,
        comparedRows,
        championMeanAbsoluteError,
        difference,
        lowerBound,
        adjustedP,
        problems.toString());
  }

  private boolean isWorseThanChampion(SliceGate gate) {
    return adjustedP != null
        && difference > gate.margin() * championMeanAbsoluteError
        && adjustedP <= 1 - gate.confidence();
  }

  private static void append(StringBuilder problems, String format, double is, double asked) {
    problems.append(problems.isEmpty() ? "" : ", ");
    problems.append(String.format(Locale.ROOT, format, is * 100, asked * 100));
  }
}
