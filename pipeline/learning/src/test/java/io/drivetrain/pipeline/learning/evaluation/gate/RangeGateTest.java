package io.drivetrain.pipeline.learning.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeGateTest {
  /** Rents 1000 to 2000: the quantiles are 1001 and 1999. */
  private static final List<Example> TRAINING =
      IntStream.rangeClosed(1000, 2000)
          .mapToObj(rent -> Flats.example(rent, Map.of(), rent))
          .toList();

  @Test
  void predictionsLieWithinHalfTheLowAndTwiceTheHighQuantile() {
    assertThat(ask(501, 3998).passed()).isTrue();
    assertThat(range(ask(501, 3998)).least()).isEqualTo(500.5);
    assertThat(range(ask(501, 3998)).most()).isEqualTo(3998.0);
    assertThat(range(ask(501, 3998)).greatestPrediction()).isEqualTo(3998.0);
  }

  @Test
  void namesTheLinesOfPredictionsThatAreAbsurd() {
    GateResult result = ask(-20, 500, 1000, 3999);

    assertThat(result.blocks()).isTrue();
    assertThat(result.comparison()).isEqualTo("1 of 4 predictions are between 500.50 and 3998.00");
    assertThat(range(result).lines()).isEqualTo(List.of(2L, 3L, 5L));
  }

  @Test
  void aPredictionThatIsNoNumberIsOutside() {
    assertThat(range(ask(1000, Double.NaN)).outside()).isEqualTo(1);
  }

  private static GateDetails.Range range(GateResult result) {
    return (GateDetails.Range) result.details();
  }

  private static GateResult ask(double... predicted) {
    Flats flats = new Flats();
    for (double prediction : predicted) {
      flats.add(Map.of("area", 20), 1000, prediction, 0);
    }
    return new RangeGate(null, null, null).ask(flats.alone(TRAINING));
  }
}
