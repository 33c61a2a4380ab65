package io.drivetrain.pipeline.learning.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;

/**
 * What was measured of one slice. Amounts are in the target's unit.
 *
 * @param rows of the hold-out
 * @param meanAbsoluteError of the challenger
 * @param errorShare the same as a share of the mean actual value
 * @param biasShare how much the challenger predicts above the actual values on average, as a share
 *     of their mean; below 0: too little
 * @param champion the comparison with the champion, whose numbers stand beside the others in JSON;
 *     null when there was none
 * @param problem empty when the slice holds
 */
record SliceVerdict(
    String slice,
    int rows,
    double meanAbsoluteError,
    double errorShare,
    double biasShare,
    @JsonUnwrapped SliceComparison champion,
    String problem) {

  /** A slice that is not compared yet, and not judged. */
  static SliceVerdict of(Slice slice, double meanAbsoluteError, double bias) {
    double mean = Math.abs(slice.meanTarget());
    return new SliceVerdict(
        slice.name(),
        slice.rows(),
        meanAbsoluteError,
        meanAbsoluteError / mean,
        bias / mean,
        null,
        "");
  }

  SliceVerdict against(SliceComparison comparison) {
    return new SliceVerdict(
        slice, rows, meanAbsoluteError, errorShare, biasShare, comparison, problem);
  }

  /** The same, with what speaks against it. */
  SliceVerdict judged(SliceGate gate) {
    StringBuilder problems = new StringBuilder();
    if (gate.maxError() != null && !(errorShare <= gate.maxError())) {
      append(
          problems,
          "the error is %.1f %% of the mean, above the maximum %.1f %%",
          errorShare,
          gate.maxError());
    }
    if (gate.maxBias() != null && !(Math.abs(biasShare) <= gate.maxBias())) {
      append(
          problems,
          "predictions are off by %+.1f %% on average, above the maximum %.1f %%",
          biasShare,
          gate.maxBias());
    }
    if (isWorseThanChampion(gate)) {
      append(
          problems,
          "the error is %+.1f %% compared with the champion, above the maximum %+.1f %%",
          champion.share(),
          gate.margin());
    }
    return new SliceVerdict(
        slice, rows, meanAbsoluteError, errorShare, biasShare, champion, problems.toString());
  }

  private boolean isWorseThanChampion(SliceGate gate) {
    return champion != null
        && champion.share() > gate.margin()
        && champion.adjustedP() <= 1 - gate.confidence();
  }

  private static void append(StringBuilder problems, String format, double is, double asked) {
    problems.append(problems.isEmpty() ? "" : ", ");
    problems.append(String.format(Locale.ROOT, format, is * 100, asked * 100));
  }
}
