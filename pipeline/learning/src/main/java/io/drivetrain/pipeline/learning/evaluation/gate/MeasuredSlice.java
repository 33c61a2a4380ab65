package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.api.gate.SliceVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A slice of the hold-out as it was measured, before the bounds of a gate are applied.
 *
 * @param rows of the hold-out
 * @param meanAbsoluteError of the challenger, in the target's unit
 * @param errorShare the same as a share of the mean actual value
 * @param biasShare how much the challenger predicts above the actual values on average, as a share
 *     of their mean
 * @param champion the comparison with the champion; empty when there was none
 * @param tests what is asked of the slice
 */
record MeasuredSlice(
    String slice,
    int rows,
    double meanAbsoluteError,
    double errorShare,
    double biasShare,
    Optional<SliceComparison> champion,
    List<SliceTest> tests) {

  MeasuredSlice {
    tests = List.copyOf(tests);
  }

  /**
   * Applies the bounds of a gate.
   *
   * @param adjusted for each test how likely such rows are when the slice keeps the bound
   */
  SliceVerdict judged(SliceGate gate, double[] adjusted) {
    StringJoiner problems = new StringJoiner(", ");
    Optional<Double> againstChampion = Optional.empty();
    for (int i = 0; i < adjusted.length; i++) {
      SliceTest test = tests.get(i);
      if (test.bound() == SliceTest.Bound.CHAMPION) {
        againstChampion = Optional.of(adjusted[i]);
      }
      if (test.isExceeded() && adjusted[i] <= 1 - gate.confidence()) {
        problems.add(
            String.format(
                Locale.ROOT, test.bound().problem(), test.measured() * 100, test.most() * 100));
      }
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
        againstChampion,
        problems.toString());
  }
}
