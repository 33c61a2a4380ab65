package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.evaluation.statistics.ResampledMeans;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Challenger against champion on the rows of one slice that both can read. Amounts are in the
 * target's unit.
 *
 * @param comparedRows how many these are
 * @param championMeanAbsoluteError on these rows
 * @param difference of the mean absolute errors; above 0 the challenger is worse
 * @param lowerBound that the difference stays above, with the confidence asked for
 * @param adjustedP how likely such differences are when the challenger is not worse, after Holm for
 *     the number of slices
 */
public record SliceComparison(
    int comparedRows,
    double championMeanAbsoluteError,
    double difference,
    double lowerBound,
    double adjustedP) {
  private static final long BOOTSTRAP_SEED = 21L;

  SliceComparison withP(double p) {
    return new SliceComparison(comparedRows, championMeanAbsoluteError, difference, lowerBound, p);
  }

  /** The difference as a share of the champion's error. */
  double share() {
    return difference / championMeanAbsoluteError;
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

    /** As if it were the only slice. */
    SliceComparison of(Slice slice, SliceGate gate) {
      int[] rows = places(slice.examples());
      double[] differences =
          Arrays.stream(rows)
              .mapToDouble(row -> compared.challengerErrors()[row] - compared.championErrors()[row])
              .toArray();
      ResampledMeans means = ResampledMeans.of(differences, gate.resamples(), BOOTSTRAP_SEED);
      return new SliceComparison(
          rows.length,
          Arrays.stream(rows)
              .mapToDouble(row -> compared.championErrors()[row])
              .average()
              .orElseThrow(),
          Arrays.stream(differences).average().orElseThrow(),
          means.lowerBound(gate.confidence()),
          means.chanceOfNoneAbove0());
    }

    private int[] places(List<Example> examples) {
      return examples.stream().filter(places::containsKey).mapToInt(places::get).toArray();
    }
  }
}
