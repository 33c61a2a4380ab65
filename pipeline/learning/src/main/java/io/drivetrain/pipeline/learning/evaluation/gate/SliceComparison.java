package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.statistics.ResampledMeans;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Challenger against champion on the rows of one slice that both can read. Amounts are in the
 * target's unit.
 *
 * @param championErrors absolute, row by row
 * @param differences of the absolute errors, row by row; above 0 the challenger is worse
 * @param lowerBound that their mean stays above, with the confidence asked for
 */
record SliceComparison(double[] championErrors, double[] differences, double lowerBound) {
  private static final long BOOTSTRAP_SEED = 21L;

  int comparedRows() {
    return differences.length;
  }

  double championMeanAbsoluteError() {
    return Arrays.stream(championErrors).average().orElseThrow();
  }

  double difference() {
    return Arrays.stream(differences).average().orElseThrow();
  }

  /** What the gate asks of it. */
  SliceTest test(double margin) {
    return new SliceTest(
        SliceTest.Bound.CHAMPION, difference() / championMeanAbsoluteError(), margin, differences);
  }

  /** Finds the errors of the slices' rows. */
  static final class Source {
    private final Map<Example, Integer> places = new HashMap<>();
    private final Champion.Compared compared;

    Source(Champion.Compared compared) {
      this.compared = compared;
      for (int i = 0; i < compared.examples().size(); i++) {
        places.put(compared.examples().get(i), i);
      }
    }

    int rows(Slice slice) {
      return places(slice.examples()).length;
    }

    SliceComparison of(Slice slice, SliceGate gate) {
      int[] rows = places(slice.examples());
      double[] champion = Arrays.stream(rows).mapToDouble(this::championError).toArray();
      double[] differences = new double[rows.length];
      Arrays.setAll(differences, i -> compared.challengerErrors()[rows[i]] - champion[i]);
      ResampledMeans means = ResampledMeans.of(differences, gate.resamples(), BOOTSTRAP_SEED);
      return new SliceComparison(champion, differences, means.lowerBound(gate.confidence()));
    }

    private double championError(int row) {
      return compared.championErrors()[row];
    }

    private int[] places(List<Example> examples) {
      return examples.stream().filter(places::containsKey).mapToInt(places::get).toArray();
    }
  }
}
