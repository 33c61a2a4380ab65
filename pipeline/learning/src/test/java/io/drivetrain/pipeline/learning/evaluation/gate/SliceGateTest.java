package io.drivetrain.pipeline.learning.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateDetails.SkippedSlice;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.gate.SliceVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceGateTest {

  @Test
  void aModelThatIsWorseInOneCityPaysForNoOther() {
    EvaluationContext evaluation =
        new Flats().city("Fès", 60, 10, 40).city("Rabat", 50, 53, 50).againstChampion();

    GateResult lenient = byCity(0.07, null, null).ask(evaluation);
    GateResult strict = byCity(0.05, null, null).ask(evaluation);

    assertThat(lenient.passed()).isTrue();
    assertThat(lenient.comparison()).isEqualTo("2 of 2 slices of city pass");
    assertThat(strict.blocks()).isTrue();
    assertThat(strict.comparison())
        .isEqualTo(
            "1 of 2 slices of city fail. Rabat: the error is +6.0 % compared with the champion,"
                + " above the maximum +5.0 %");
    assertThat(slices(strict).championVersion()).isEqualTo("3");
    assertThat(slices(strict).by()).isEqualTo("city");
  }

  @Test
  void tellsOfEachSliceWhatItCompared() {
    EvaluationContext evaluation =
        new Flats().city("Fès", 60, 10, 40).city("Rabat", 50, 53, 50).againstChampion();

    SliceVerdict rabat = verdicts(byCity(0.05, null, null).ask(evaluation)).get(1);

    assertThat(rabat.slice()).isEqualTo("Rabat");
    assertThat(rabat.rows()).isEqualTo(50);
    assertThat(rabat.comparedRows()).contains(50);
    assertThat(rabat.meanAbsoluteError()).isEqualTo(53);
    assertThat(rabat.errorShare()).isEqualTo(0.053);
    assertThat(rabat.biasShare()).isZero();
    assertThat(rabat.championMeanAbsoluteError()).contains(50.0);
    assertThat(rabat.difference()).contains(3.0);
    assertThat(rabat.lowerBound()).contains(3.0);
    assertThat(rabat.adjustedP().orElseThrow()).isCloseTo(2 / 2001.0, within(1e-12));
  }

  @Test
  void whatMayBeChanceIsNotHeldAgainstASlice() {
    Flats flats = new Flats();
    for (int i = 0; i < 60; i++) {
      boolean bad = i % 2 == 0;
      flats.add(flat("Fès", i), 1000, 1000 + (bad ? 110 : 10), 1000 + (bad ? 10 : 100));
    }

    GateResult result = byCity(0.05, null, null).ask(flats.againstChampion());

    SliceVerdict fes = verdicts(result).getFirst();
    assertThat(fes.difference()).contains(5.0);
    assertThat(fes.difference().orElseThrow())
        .isGreaterThan(0.05 * fes.championMeanAbsoluteError().orElseThrow());
    assertThat(fes.adjustedP().orElseThrow()).isGreaterThan(0.05);
    assertThat(fes.lowerBound().orElseThrow()).isNegative();
    assertThat(result.passed()).isTrue();
  }

  @Test
  void slicesThatAreTooSmallAreNamedAndNotJudged() {
    EvaluationContext evaluation =
        new Flats()
            .city("Fès", 60, 10, 10)
            .city("Rabat", 49, 500, 10)
            .city("Tanger", 30, 500, 10)
            .city("Agadir", 20, 500, 10)
            .city("", 10, 500, 10)
            .againstChampion();

    GateResult result = byCity(0.05, null, null).ask(evaluation);

    assertThat(result.passed()).isTrue();
    assertThat(result.comparison()).isEqualTo("1 of 1 slices of city pass; 4 not judged");
    assertThat(slices(result).notJudged())
        .containsExactly(
            new SkippedSlice("Rabat", 49, "fewer than 50 rows"),
            new SkippedSlice("Tanger", 30, "fewer than 50 rows"),
            new SkippedSlice("1 other levels", 20, "only the 3 most frequent levels are judged"),
            new SkippedSlice("no value", 10, "fewer than 50 rows"));
  }

  @Test
  void aGateThatCouldJudgeNothingWarns() {
    GateResult result =
        byCity(0.05, null, null).ask(new Flats().city("Fès", 49, 10, 10).againstChampion());

    assertThat(result.passed()).isFalse();
    assertThat(result.blocks()).isFalse();
    assertThat(result.comparison()).isEqualTo("not judged: no slice of city has 50 rows or more");
  }

  @Test
  void withoutAChampionTheErrorAndTheBiasHaveBounds() {
    Flats flats = new Flats().city("Fès", 60, 100, 0);
    for (int i = 0; i < 50; i++) {
      flats.add(flat("Rabat", i), 1000, 1040, 0);
    }

    GateResult held = byCity(0.05, 0.1, 0.04).ask(flats.alone());
    GateResult error = byCity(0.05, 0.09, null).ask(flats.alone());
    GateResult bias = byCity(0.05, null, 0.03).ask(flats.alone());

    assertThat(held.passed()).isTrue();
    assertThat(error.comparison())
        .isEqualTo(
            "1 of 2 slices of city fail. Fès: the error is 10.0 % of the mean, above the maximum"
                + " 9.0 %");
    assertThat(bias.comparison())
        .isEqualTo(
            "1 of 2 slices of city fail. Rabat: predictions are off by +4.0 % on average, above the"
                + " maximum 3.0 %");
    assertThat(verdicts(bias).get(1).comparedRows()).isEmpty();
  }

  /** Only the rents that are high in truth come out dearer than predicted: no slice is at fault. */
  @Test
  void theTargetStandsForItsPredictedValue() {
    Flats flats = new Flats();
    for (int i = 0; i < 400; i++) {
      double predicted = i < 200 ? 1000 : 2000;
      flats.add(flat("F\u00e8s", i), predicted + (i % 2 == 0 ? 300 : -300), predicted, predicted);
    }

    GateResult result =
        new SliceGate("rent", null, 2, 50, null, null, null, null, 0.05, null).ask(flats.alone());

    assertThat(result.gate()).isEqualTo("slice predicted rent");
    assertThat(result.passed()).isTrue();
    assertThat(verdicts(result)).extracting(SliceVerdict::slice).containsExactly("1000", "2000");
  }

  @Test
  void aBoundThatIsExceededByChanceIsNotHeldAgainstASlice() {
    Flats flats = new Flats();
    for (int i = 0; i < 60; i++) {
      flats.add(flat("F\u00e8s", i), 1000, i == 0 ? 7100 : 1000, 0);
    }

    GateResult result = byCity(0.05, 0.1, 0.1).ask(flats.alone());

    assertThat(verdicts(result).getFirst().errorShare()).isGreaterThan(0.1);
    assertThat(verdicts(result).getFirst().biasShare()).isGreaterThan(0.1);
    assertThat(result.passed()).isTrue();
  }

  /** Alone its gate would be sure of one city; among the slices of another gate it is chance. */
  @Test
  void slicesOfAllGatesAreOneFamily() {
    Flats flats = new Flats();
    for (int i = 0; i < 1000; i++) {
      boolean suspect = i < 50;
      boolean worse = suspect && i % 10 < 7;
      double champion = suspect && !worse ? 42 : 20;
      flats.add(
          flat(suspect ? "Fès" : "Rabat " + i / 50, i * 37 % 1000),
          1000,
          1000 + (worse ? 40 : 20),
          1000 + champion);
    }
    SliceGate city = new SliceGate("city", 2, null, 50, 0.05, 0.95, 2000, null, null, null);
    SliceGate area = new SliceGate("area", 20, 20, 50, 0.05, 0.95, 2000, null, null, null);

    List<GateResult> together = SliceFamily.ask(List.of(city, area), flats.againstChampion());

    assertThat(city.ask(flats.againstChampion()).passed()).isFalse();
    assertThat(together).hasSize(2).allMatch(GateResult::passed);
  }

  @Test
  void namesAFeatureThatRowsCannotBePartedBy() {
    assertThat(by("note").fault(Flats.SCHEMA).orElseThrow().message())
        .isEqualTo(
            "rows cannot be parted by 'note': name a category, a number, a day, or the target for"
                + " its predicted value");
    assertThat(by("rooms").fault(Flats.SCHEMA)).isPresent();
    assertThat(by("rent").fault(Flats.SCHEMA)).isEmpty();
  }

  @Test
  void refusesSoFewResamplesThatNoSliceCouldFail() {
    assertThatThrownBy(() -> new SliceGate("city", 20, 10, 50, null, 0.95, 400, null, null, null))
        .hasMessage("resamples must be at least 420 for 21 slices");
    assertThatThrownBy(
            () -> new SliceGate("city", null, 1, null, null, null, null, null, null, null))
        .hasMessage("top must be at least 1, bins and minRows at least 2");
  }

  private static Map<String, Object> flat(String city, int area) {
    return Map.of("city", city, "area", area);
  }

  private static SliceGate by(String feature) {
    return new SliceGate(feature, null, null, null, null, null, null, null, null, null);
  }

  private static SliceGate byCity(double margin, Double maxError, Double maxBias) {
    return new SliceGate("city", 3, null, 50, margin, 0.95, 2000, maxError, maxBias, null);
  }

  private static List<SliceVerdict> verdicts(GateResult result) {
    return slices(result).slices();
  }

  private static GateDetails.Slices slices(GateResult result) {
    return (GateDetails.Slices) result.details();
  }
}
