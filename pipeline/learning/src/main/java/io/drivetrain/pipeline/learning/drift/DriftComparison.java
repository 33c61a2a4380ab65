package io.drivetrain.pipeline.learning.drift;

import io.drivetrain.pipeline.api.quality.ColumnDrift;
import io.drivetrain.pipeline.api.quality.ColumnDrift.Bar;
import io.drivetrain.pipeline.learning.statistics.FalseDiscovery;
import io.drivetrain.pipeline.learning.statistics.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares columns with earlier data. A column has drifted when the change is both great (stability
 * index) and no accident (test): of many rows a test alone finds changes that matter to nobody, and
 * of few rows the index alone is large by accident.
 *
 * @param psi least index that matters
 * @param significance share of false alarms that is accepted among the columns that tests name
 */
public record DriftComparison(double psi, double significance) {
  /** More values on a side would only name changes that the index calls small. */
  private static final int MOST_COMPARED = 100_000;

  private static final int SAMPLES = 5;

  /**
   * Compares columns of two profiles, in the order asked for. What cannot be compared, because it
   * has no values on one side or another type, is left out.
   */
  public List<ColumnDrift> compare(
      List<String> columns, TrainingProfile earlier, TrainingProfile now) {
    List<Measured> measured = new ArrayList<>();
    for (String column : columns) {
      Distribution before = earlier.columns().get(column);
      Distribution after = now.columns().get(column);
      if (before != null && after != null && before.count() > 0 && after.count() > 0) {
        measure(column, before, after, measured);
      }
    }
    double[] adjusted =
        FalseDiscovery.adjusted(
            measured.stream().mapToDouble(one -> one.result.pValue()).toArray());
    List<ColumnDrift> drifts = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      drifts.add(drift(measured.get(i), adjusted[i]));
    }
    return drifts;
  }

  private record Measured(
      String column,
      Distribution earlier,
      Distribution now,
      Bins bins,
      String test,
      TestResult result,
      Map<String, Long> newLevels,
      List<Bar> bars) {}

  private static void measure(
      String column, Distribution before, Distribution after, List<Measured> measured) {
    if (before instanceof NumberDistribution earlier && after instanceof NumberDistribution now) {
      measured.add(
          new Measured(
              column,
              earlier,
              now,
              Bins.ofNumbers(earlier, now),
              "kolmogorov-smirnov",
              kolmogorovSmirnov(earlier, now),
              Map.of(),
              Bars.of(earlier, now)));
    }
    if (before instanceof LevelDistribution earlier && after instanceof LevelDistribution now) {
      Bins bins = Bins.ofLevels(earlier, now);
      measured.add(
          new Measured(
              column,
              earlier,
              now,
              bins,
              "chi-square",
              bins.chiSquare(),
              now.notIn(earlier),
              Bars.of(earlier, now)));
    }
  }

  private static TestResult kolmogorovSmirnov(NumberDistribution earlier, NumberDistribution now) {
    return TestResult.kolmogorovSmirnov(earlier.values(MOST_COMPARED), now.values(MOST_COMPARED));
  }

  private ColumnDrift drift(Measured measured, double adjusted) {
    double index = measured.bins.stabilityIndex();
    double bound = Math.max(psi, measured.bins.indexByChance());
    return new ColumnDrift(
        measured.column,
        index > bound && adjusted < significance,
        index,
        bound,
        measured.test,
        measured.result.statistic(),
        measured.result.pValue(),
        adjusted,
        measured.earlier.count(),
        measured.now.count(),
        measured.newLevels.values().stream().mapToLong(Long::longValue).sum(),
        measured.newLevels.keySet().stream().limit(SAMPLES).toList(),
        measured.bars);
  }
}
