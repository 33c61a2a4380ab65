package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.learning.HandMadeModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoldenCheckTest {
  private static final ModelBundle MODEL = HandMadeModel.upTo30(1000, 2000);
  private static final GoldenRecord SMALL =
      new GoldenRecord("small", Map.of("area", 20), 900, 1100);
  private static final GoldenRecord LARGE =
      new GoldenRecord("large", Map.of("area", 60), 900, 1100);
  private static final GoldenRecord ABSURD =
      new GoldenRecord("absurd", Map.of("area", -5), 900, 1100);

  @Test
  void saysOfEachRecordWhetherItsPredictionIsPlausible() {
    List<GoldenResult> results = new GoldenCheck(MODEL, MODEL).check(List.of(SMALL, LARGE));

    assertThat(results).extracting(GoldenResult::passed).containsExactly(true, false);
    assertThat(results)
        .extracting(GoldenResult::value)
        .containsExactly(Optional.of(1000.0), Optional.of(2000.0));
    assertThat(results.get(1).problem())
        .isEqualTo("'large' is predicted at 2,000, plausible is 900 to 1,100");
  }

  @Test
  void aRecordThatTheModelRefusesFails() {
    GoldenResult result = new GoldenCheck(MODEL, MODEL).check(List.of(ABSURD)).getFirst();

    assertThat(result.passed()).isFalse();
    assertThat(result.value()).isEmpty();
    assertThat(result.problem()).startsWith("'absurd' is refused: ");
  }

  @Test
  void countsTheRecordsThatTheTrainedModelPredictsOtherwise() {
    ModelBundle nextDouble = HandMadeModel.upTo30(1000, Math.nextUp(2000.0));

    assertThat(new GoldenCheck(MODEL, MODEL).differences(List.of(SMALL, LARGE, ABSURD))).isZero();
    assertThat(new GoldenCheck(MODEL, nextDouble).differences(List.of(SMALL, LARGE))).isOne();
  }
}
