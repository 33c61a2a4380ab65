package io.drivetrain.pipeline.learning.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.pipeline.api.quality.ColumnDrift;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftComparisonTest {
  private static final DriftComparison COMPARISON = new DriftComparison(0.1, 0.01);

  @Test
  void twoHalvesOfTheSameDataHaveNotDrifted() {
    for (int size : List.of(60, 300, 5000)) {
      TrainingProfile one = flats(size, 1, 0);
      TrainingProfile other = flats(size, 2, 0);

      List<ColumnDrift> drifts = COMPARISON.compare(List.of("area", "city"), one, other);

      assertThat(drifts).extracting(ColumnDrift::column).containsExactly("area", "city");
      assertThat(drifts).extracting(ColumnDrift::drifted).containsExactly(false, false);
    }
  }

  @Test
  void theBoundOfFewRowsIsHigherThanTheConfiguredOne() {
    ColumnDrift few =
        COMPARISON.compare(List.of("area"), flats(60, 1, 0), flats(60, 2, 0)).getFirst();
    ColumnDrift many =
        COMPARISON.compare(List.of("area"), flats(5000, 1, 0), flats(5000, 2, 0)).getFirst();

    // (1/60 + 1/60) times the 99 % quantile of chi-square with 9 degrees of freedom, by scipy.
    assertThat(few.psiBound()).isCloseTo(0.7221998111153975, within(1e-6));
    assertThat(many.psiBound()).isEqualTo(0.1);
  }

  @Test
  void onlyTheColumnThatWasShiftedHasDrifted() {
    List<ColumnDrift> drifts =
        COMPARISON.compare(List.of("area", "city"), flats(500, 1, 0), flats(500, 2, 30));

    assertThat(drifts).extracting(ColumnDrift::drifted).containsExactly(true, false);
  }

  @Test
  void aChangeThatIsCertainButSmallIsNoDrift() {
    ColumnDrift area =
        COMPARISON.compare(List.of("area"), flats(50_000, 1, 0), flats(50_000, 2, 1)).getFirst();

    assertThat(area.adjustedPValue()).isLessThan(0.001);
    assertThat(area.psi()).isLessThan(0.1);
    assertThat(area.drifted()).isFalse();
  }

  /** The probability is what scipy.stats.kstwobign gives for Stephens' finite-sample argument. */
  @Test
  void testsNumbersByTheGreatestDistanceOfTheirDistributions() {
    ColumnDrift area =
        COMPARISON
            .compare(
                List.of("area"),
                profile(Map.of("area", numbers(IntStream.rangeClosed(1, 100)))),
                profile(Map.of("area", numbers(IntStream.rangeClosed(31, 130)))))
            .getFirst();

    assertThat(area.test()).isEqualTo("kolmogorov-smirnov");
    assertThat(area.statistic()).isCloseTo(0.3, within(1e-12));
    assertThat(area.pValue()).isCloseTo(1.7421323105301935e-4, within(1e-8));
  }

  @Test
  void repeatedNumbersDoNotMakeADistance() {
    NumberDistribution five = numbers(IntStream.of(1, 1, 1, 1, 1, 2, 2, 2, 2, 2));
    NumberDistribution ten =
        numbers(
            IntStream.concat(
                IntStream.range(0, 10).map(_ -> 1), IntStream.range(0, 10).map(_ -> 3)));

    ColumnDrift same =
        COMPARISON
            .compare(List.of("n"), profile(Map.of("n", five)), profile(Map.of("n", five)))
            .getFirst();
    ColumnDrift half =
        COMPARISON
            .compare(List.of("n"), profile(Map.of("n", five)), profile(Map.of("n", ten)))
            .getFirst();

    assertThat(same.statistic()).isZero();
    assertThat(half.statistic()).isEqualTo(0.5);
  }

  @Test
  void namesTheLevelsThatAreNew() {
    ColumnDrift city =
        COMPARISON
            .compare(
                List.of("city"),
                profile(Map.of("city", LevelDistribution.of(Map.of("Fès", 50L), 0))),
                profile(
                    Map.of(
                        "city",
                        LevelDistribution.of(Map.of("Fès", 40L, "Oujda", 9L, "Safi", 1L), 0))))
            .getFirst();

    assertThat(city.newLevels()).isEqualTo(10);
    assertThat(city.newLevelSamples()).containsExactly("Oujda", "Safi");
  }

  @Test
  void leavesOutWhatCannotBeCompared() {
    TrainingProfile earlier =
        profile(
            Map.of(
                "area", numbers(IntStream.of(1)),
                "city", LevelDistribution.of(Map.of("Fès", 1L), 0),
                "empty", LevelDistribution.of(Map.of(), 5)));
    TrainingProfile now =
        profile(
            Map.of(
                "area", LevelDistribution.of(Map.of("1", 1L), 0),
                "city", LevelDistribution.of(Map.of("Fès", 1L), 0),
                "empty", LevelDistribution.of(Map.of("A", 5L), 0),
                "rooms", numbers(IntStream.of(1))));

    List<ColumnDrift> drifts =
        COMPARISON.compare(List.of("area", "city", "empty", "rooms"), earlier, now);

    assertThat(drifts).extracting(ColumnDrift::column).containsExactly("city");
  }

  @Test
  void thePictureShowsSharesOfBoth() {
    ColumnDrift city =
        COMPARISON
            .compare(
                List.of("city"),
                profile(Map.of("city", LevelDistribution.of(Map.of("Fès", 3L, "Rabat", 1L), 0))),
                profile(Map.of("city", LevelDistribution.of(Map.of("Fès", 1L, "Rabat", 1L), 0))))
            .getFirst();

    assertThat(city.bars())
        .containsExactly(
            new ColumnDrift.Bar("Fès", 0.75, 0.5), new ColumnDrift.Bar("Rabat", 0.25, 0.5));
  }

  /** Areas spread by a bell curve around 80 and three cities. */
  private static TrainingProfile flats(int size, long seed, double larger) {
    Random random = new Random(seed);
    double[] areas = new double[size];
    Map<String, Long> cities = new HashMap<>();
    for (int i = 0; i < size; i++) {
      areas[i] = 80 + larger + 20 * random.nextGaussian();
      cities.merge(List.of("Fès", "Rabat", "Tanger").get(random.nextInt(3)), 1L, Long::sum);
    }
    Map<String, Distribution> columns = new LinkedHashMap<>();
    columns.put("area", NumberDistribution.of(false, areas, 0));
    columns.put("city", LevelDistribution.of(cities, 0));
    return profile(columns);
  }

  private static NumberDistribution numbers(IntStream values) {
    return NumberDistribution.of(false, values.asDoubleStream().toArray(), 0);
  }

  private static TrainingProfile profile(Map<String, Distribution> columns) {
    return new TrainingProfile(1, "hash", 100, columns);
  }
}
