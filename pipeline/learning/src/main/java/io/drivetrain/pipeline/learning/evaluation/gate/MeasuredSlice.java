package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.api.gate.SliceVerdict;
import java.util.Locale;
import java.util.Optional;

/**
 * A slice of the hold-out as it was measured, before the bounds of a gate are applied.
 *
 * @param rows of the hold-out
 * @param meanAbsoluteError of the challenger, in the target's unit
 * @param errorShare the same as a share of the mean actual value
 * @param biasShare how much the challenger predicts above the actual values on average, as a share
 *     of their mean
 * @param champion the comparison with the champion; empty when there was none
 */
public record MeasuredSlice(
    String slice,
    int rows,
    double meanAbsoluteError,
    double errorShare,
    double biasShare,
    Optional<SliceComparison> champion) {

  /** A slice that is not compared yet. */
  static MeasuredSlice of(Slice slice, double meanAbsoluteError, double bias) {
    double mean = Math.abs(slice.meanTarget());
    return new MeasuredSlice(
        slice.name(),
        slice.rows(),
        meanAbsoluteError,
        meanAbsoluteError / mean,
        bias / mean,
        Optional.empty());
  }

  MeasuredSlice against(SliceComparison comparison) {
    return new MeasuredSlice(
        slice, rows, meanAbsoluteError, errorShare, biasShare, Optional.of(comparison));
  }

  /** Holds it against the bounds of a gate. */
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
          champion.orElseThrow().share(),
          gate.margin());
    }
    return new SliceVerdict(
        slice,
        rows,
        meanAbsoluteError,
        errorShare,
        biasShare,
        champion.map(SliceComparison::comparedRows),
        champion.map(SliceComparison::championMeanAbsoluteError),
        champion.map(SliceComparison::difference),
        champion.map(SliceComparison::lowerBound),
        champion.map(SliceComparison::adjustedP),
        problems.toString());
  }

  private boolean isWorseThanChampion(SliceGate gate) {
    return champion
        .filter(one -> one.share() > gate.margin())
        .filter(one -> one.adjustedP() <= 1 - gate.confidence())
        .isPresent();
  }

  private static void append(StringBuilder problems, String format, double is, double asked) {
    problems.append(problems.isEmpty() ? "" : ", ");
    problems.append(String.format(Locale.ROOT, format, is * 100, asked * 100));
  }
}
