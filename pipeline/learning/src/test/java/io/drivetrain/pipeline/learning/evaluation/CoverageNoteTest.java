package io.drivetrain.pipeline.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.pipeline.api.evaluation.IntervalCoverage;
import io.drivetrain.pipeline.learning.HandMadeModel;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.evaluation.gate.CoverageByPart;
import io.drivetrain.pipeline.learning.evaluation.gate.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageNoteTest {

  /**
   * 1,000 rows, predicted in their order; of the first tenth half lie inside, of the others 9/10.
   */
  @Test
  void namesTheTenthsOfThePredictedValueThatAreFarOff() {
    IntervalCoverage coverage = CoverageByPart.of(HandMadeModel.SCHEMA, scores(100));

    assertThat(coverage.rows()).isEqualTo(1000);
    assertThat(coverage.measured()).isEqualTo(0.86);
    assertThat(coverage.parts()).hasSize(10).allMatch(part -> part.rows() == 100);
    assertThat(coverage.off()).extracting(IntervalCoverage.Part::measured).containsExactly(0.5);
    assertThat(CoverageNote.of(coverage).orElseThrow())
        .isEqualTo(
            "The intervals hold 86.0 % of the actual values, 90 % were asked for. In 1 of 10 parts"
                + " they are more than 5 points off: predicted rent 1 to 100 50.0 % of 100 rows,"
                + " give or take 10.0.");
  }

  @Test
  void saysNothingOfIntervalsThatHoldWhatTheyPromise() {
    assertThat(CoverageNote.of(CoverageByPart.of(HandMadeModel.SCHEMA, scores(0)))).isEmpty();
  }

  /**
   * @param poor how many of the first rows lie inside every second time only
   */
  private static Scores scores(int poor) {
    List<Example> rows = new ArrayList<>();
    List<Prediction.Value> predictions = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      boolean inside = i < poor ? i % 2 == 0 : i % 10 != 0;
      double value = i + 1;
      rows.add(
          new Example(
              i + 2,
              HandMadeModel.SCHEMA.read(Map.of("area", i)).row(),
              inside ? value : value + 50));
      predictions.add(
          new Prediction.Value(value, "MAD", new Interval(value - 10, value + 10, 0.9), List.of()));
    }
    return new Scores(rows, predictions, 0, "");
  }
}
