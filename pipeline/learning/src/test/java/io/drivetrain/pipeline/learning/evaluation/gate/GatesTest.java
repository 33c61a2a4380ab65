package io.drivetrain.pipeline.learning.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.HandMadeModel;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatesTest {
  /** The first step of the probe, from 10 to 50 m2, rises; the second is flat. */
  private static final ModelBundle TWO_RENTS = HandMadeModel.upTo30(1000, 2000);

  private static final HoldOutMetrics METRICS =
      new HoldOutMetrics(Map.of(Metric.R2, 0.8, Metric.RMSE_SD, 0.5, Metric.COVERAGE, 0.9));
  private static final Champion NONE = new Champion.None();

  @Test
  void aMetricMustLieWithinItsBoundsWhichAreIncluded() {
    assertThat(ask(new MetricGate("test_r2", 0.8, null, null), NONE).passed()).isTrue();
    assertThat(ask(new MetricGate("test_r2", 0.81, null, null), NONE).passed()).isFalse();
    assertThat(ask(new MetricGate("test_rmse_sd", null, 0.5, null), NONE).passed()).isTrue();
    assertThat(ask(new MetricGate("interval_coverage", 0.7, 0.89, null), NONE).comparison())
        .isEqualTo("0.9000 is above the maximum 0.89");
  }

  @Test
  void aMetricThatIsNoNumberPassesNoGate() {
    assertThat(ask(new MetricGate("test_mape", null, 9.0, null), NONE).passed()).isFalse();
  }

  @Test
  void refusesAGateOfAnUnknownMetric() {
    assertThatThrownBy(() -> new MetricGate("r2", 0.5, null, null))
        .hasMessageStartingWith("there is no metric 'r2'; known are ");
  }

  @Test
  void theFirstModelOfAllNeedsNoChampion() {
    GateResult result = ask(champion(), NONE);

    assertThat(result.passed()).isTrue();
    assertThat(result.comparison()).isEqualTo("no model is in production yet");
  }

  @Test
  void aChampionThatCannotBeComparedDoesNotBlock() {
    GateResult result = ask(champion(), new Champion.Unusable("3", "its files are damaged"));

    assertThat(result.passed()).isTrue();
    assertThat(result.comparison())
        .isEqualTo(
            "version 3 in production could not be compared, so the other gates decide: its files"
                + " are damaged");
  }

  @Test
  void anEqualModelIsNotInferior() {
    GateResult result = ask(champion(), compared(i -> 100 + i, i -> 100 + i));

    assertThat(result.passed()).isTrue();
    assertThat(comparison(result).championVersion()).isEqualTo("3");
    assertThat(comparison(result).rows()).isEqualTo(200);
    assertThat(comparison(result).meanDifference()).isEqualTo(0.0);
  }

  /** The margin is 1 % of a mean error of 200. */
  @Test
  void aModelWorseByLessThanTheMarginIsNotInferior() {
    assertThat(ask(champion(), compared(i -> 201, i -> 200)).passed()).isTrue();
    assertThat(ask(champion(), compared(i -> 203, i -> 200)).passed()).isFalse();
  }

  @Test
  void aModelThatMayBeWorseThanTheMarginIsTurnedDown() {
    Champion noisy = compared(i -> i % 2 == 0 ? 300 : 100, i -> i % 2 == 0 ? 100 : 300);

    GateResult result = ask(champion(), noisy);

    assertThat(comparison(result).meanDifference()).isEqualTo(0.0);
    assertThat(result.blocks()).isTrue();
  }

  /** Of errors of 200, the margin is between 2 and 8: here 2 standard deviations of 3. */
  @Test
  void theMarginIsAsWideAsTheNoiseOfEqualModels() {
    GateResult result = ask(champion(), compared(i -> 205, i -> 200, 3));

    assertThat(result.passed()).isTrue();
    assertThat(comparison(result).margin()).isEqualTo(6.0);
    assertThat(comparison(result).noise()).isEqualTo(3.0);
    assertThat(ask(champion(), compared(i -> 209, i -> 200, 30)).passed()).isFalse();
  }

  @Test
  void aPolicyAsksForABetterModelOrForAFreshOne() {
    Champion equal = compared(i -> 200, i -> 200);
    Champion better = compared(i -> 199, i -> 200);
    Champion uncertain = compared(i -> i % 2 == 0 ? 300 : 110, i -> i % 2 == 0 ? 100 : 300);
    Champion worse = compared(i -> 210, i -> 200);

    assertThat(ask(champion(ChampionPolicy.BETTER), equal).passed()).isFalse();
    assertThat(ask(champion(ChampionPolicy.BETTER), better).passed()).isTrue();
    assertThat(ask(champion(ChampionPolicy.NOT_WORSE), uncertain).passed()).isFalse();
    assertThat(ask(champion(ChampionPolicy.FRESH), uncertain).passed()).isTrue();
    assertThat(ask(champion(ChampionPolicy.FRESH), worse).passed()).isFalse();
  }

  @Test
  void aBetterModelPassesAFlawlessChampionsGateOnlyWhenFlawless() {
    assertThat(ask(champion(), compared(i -> 0, i -> 0)).passed()).isTrue();
    assertThat(ask(champion(), compared(i -> 1, i -> 0)).passed()).isFalse();
  }

  @Test
  void predictionsMustMoveTheWayTheGateSays() {
    GateResult rising = ask(monotone("area", Direction.RISING, 0.05), NONE);
    GateResult falling = ask(monotone("area", Direction.FALLING, 0.05), NONE);

    assertThat(rising.passed()).isTrue();
    assertThat(share(rising)).isEqualTo(1.0);
    assertThat(falling.passed()).isFalse();
    assertThat(share(falling)).isEqualTo(0.5);
  }

  @Test
  void aMoveWithinTheToleranceCounts() {
    assertThat(share(ask(monotone("area", Direction.FALLING, 2.0), NONE))).isEqualTo(1.0);
  }

  @Test
  void aFeatureThatNoRowHasCannotBeProbed() {
    GateResult result = ask(monotone("floor", Direction.RISING, 0.05), NONE);

    assertThat(result.passed()).isFalse();
    assertThat(result.comparison()).isEqualTo("no row of the hold-out has a value of floor");
  }

  @Test
  void aGateThatOnlyWarnsDoesNotBlock() {
    GateResult result = ask(new MetricGate("test_r2", 0.99, null, Severity.WARN), NONE);

    assertThat(result.passed()).isFalse();
    assertThat(result.blocks()).isFalse();
  }

  private static GateResult ask(HoldOutGate gate, Champion champion) {
    Scores scores = Scores.of(TWO_RENTS, HandMadeModel.SCHEMA, flats());
    return gate.ask(
        new EvaluationContext(
            TWO_RENTS,
            scores,
            METRICS,
            champion,
            HandMadeModel.SCHEMA,
            flats(),
            _ -> new double[0]));
  }

  private static GateDetails.ChampionComparison comparison(GateResult result) {
    return (GateDetails.ChampionComparison) result.details();
  }

  private static double share(GateResult result) {
    return ((GateDetails.Monotone) result.details()).share();
  }

  private static HoldOutGate champion() {
    return champion(ChampionPolicy.NOT_WORSE);
  }

  private static HoldOutGate champion(ChampionPolicy policy) {
    return new ChampionGate(policy, 0.01, 0.04, 0.95, 500, null);
  }

  private static HoldOutGate monotone(String feature, Direction direction, double tolerance) {
    return new MonotoneGate(feature, direction, tolerance, 0.9, null);
  }

  private static Champion compared(IntToError challenger, IntToError champion) {
    return compared(challenger, champion, 0);
  }

  private static Champion compared(IntToError challenger, IntToError champion, double noise) {
    return new Champion.Compared(
        "3",
        METRICS,
        List.of(),
        new double[0],
        errors(challenger),
        errors(champion),
        200,
        noise,
        "the same file");
  }

  private interface IntToError {
    double of(int row);
  }

  private static double[] errors(IntToError error) {
    return IntStream.range(0, 200).mapToDouble(error::of).toArray();
  }

  /** Areas 1 to 100, no floors. */
  private static List<Example> flats() {
    return IntStream.rangeClosed(1, 100)
        .mapToObj(area ->
            new Example(area + 1, HandMadeModel.SCHEMA.read(Map.of("area", area)).row(), 1000))
        .toList();
  }
}
