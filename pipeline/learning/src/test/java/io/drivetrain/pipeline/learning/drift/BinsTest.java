package io.drivetrain.pipeline.learning.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.pipeline.learning.statistics.TestResult;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The expected numbers were computed with numpy 2.4 and scipy 1.17. */
class BinsTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void cutsNumbersAtTheQuantilesOfTheEarlierOnes() {
    Bins bins = Bins.ofNumbers(numbers(1, 100), numbers(31, 130));

    assertThat(bins.earlier()).containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
    assertThat(bins.now()).containsExactly(0, 0, 0, 10, 10, 10, 10, 10, 10, 40);
  }

  @Test
  void anEmptyBinCountsAsHalfAValue() {
    Bins bins = Bins.ofNumbers(numbers(1, 100), numbers(31, 130));

    assertThat(bins.stabilityIndex()).isCloseTo(1.2696720062988547, EXACT);
  }

  @Test
  void knowsWhatChanceAloneExceedsOnceInAHundredTimes() {
    Bins bins = Bins.ofNumbers(numbers(1, 100), numbers(31, 130));

    assertThat(bins.indexByChance()).isCloseTo(0.4333198866692385, within(1e-6));
  }

  @Test
  void theSameValuesHaveAnIndexOfNothing() {
    assertThat(Bins.ofNumbers(numbers(1, 100), numbers(1, 100)).stabilityIndex()).isZero();
  }

  @Test
  void aConstantThatIsAnotherOneNowIsSeen() {
    Bins bins = Bins.ofNumbers(repeated(7, 50), repeated(8, 50));

    assertThat(bins.earlier()).containsExactly(50, 0);
    assertThat(bins.now()).containsExactly(0, 50);
  }

  @Test
  void aConstantThatStaysIsOneBin() {
    Bins bins = Bins.ofNumbers(repeated(7, 50), repeated(7, 20));

    assertThat(bins.earlier()).containsExactly(50);
    assertThat(bins.stabilityIndex()).isZero();
    assertThat(bins.indexByChance()).isZero();
  }

  @Test
  void comparesLevelsAndGivesNewOnesABin() {
    Bins bins =
        Bins.ofLevels(
            levels(Map.of("Fès", 50L, "Rabat", 30L, "Tanger", 20L)),
            levels(Map.of("Fès", 20L, "Rabat", 30L, "Tanger", 40L, "Oujda", 10L)));

    assertThat(bins.earlier()).containsExactly(50, 30, 20, 0);
    assertThat(bins.now()).containsExactly(20, 30, 40, 10);
    assertThat(bins.stabilityIndex()).isCloseTo(0.6981112216618647, EXACT);
    assertThat(bins.indexByChance()).isCloseTo(0.22689733460288747, within(1e-6));
    assertThat(bins.chiSquare().statistic()).isCloseTo(29.523809523809526, EXACT);
    assertThat(bins.chiSquare().pValue()).isCloseTo(1.737956401921369e-06, within(1e-12));
  }

  @Test
  void rareLevelsAreOneBinAndDoNotCryWolf() {
    Bins bins =
        Bins.ofLevels(
            levels(Map.of("A", 100L, "B", 100L, "C", 3L, "D", 2L)),
            levels(Map.of("A", 40L, "B", 50L, "C", 5L, "E", 5L)));

    assertThat(bins.earlier()).containsExactly(100, 100, 5);
    assertThat(bins.now()).containsExactly(40, 50, 10);
    assertThat(bins.stabilityIndex()).isCloseTo(0.12441047083421503, EXACT);
    assertThat(bins.indexByChance()).isCloseTo(0.1370318933391578, within(1e-6));
    assertThat(bins.chiSquare().statistic()).isCloseTo(8.96225319396051, EXACT);
    assertThat(bins.chiSquare().pValue()).isCloseTo(0.011320652155232782, within(1e-9));
  }

  @Test
  void oneLevelAloneCannotDiffer() {
    TestResult test = Bins.ofLevels(levels(Map.of("A", 100L)), levels(Map.of("A", 7L))).chiSquare();

    assertThat(test).isEqualTo(new TestResult(0, 1));
  }

  private static NumberDistribution numbers(int first, int last) {
    double[] values = IntStream.rangeClosed(first, last).asDoubleStream().toArray();
    return NumberDistribution.of(false, values, 0);
  }

  private static NumberDistribution repeated(double value, int times) {
    return NumberDistribution.of(
        false, IntStream.range(0, times).mapToDouble(_ -> value).toArray(), 0);
  }

  private static LevelDistribution levels(Map<String, Long> counts) {
    return LevelDistribution.of(counts, 0);
  }
}
