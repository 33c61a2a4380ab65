package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.prediction.Prediction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenRecordTest {
  private static final GoldenRecord FLAT =
      new GoldenRecord("A flat", Map.of("area", 80), 2000, 4000);

  @Test
  void bandsIncludeTheirBounds() {
    assertThat(FLAT.predicted(2000).passed()).isTrue();
    assertThat(FLAT.predicted(4000).passed()).isTrue();
    assertThat(FLAT.predicted(4000.01).problem())
        .isEqualTo("'A flat' is predicted at 4,000, plausible is 2,000 to 4,000");
  }

  @Test
  void refusesABandThatHoldsNothing() {
    assertThatThrownBy(() -> new GoldenRecord("A flat", Map.of("area", 80), 4000, 2000))
        .hasMessage("golden record 'A flat': min is above max");
  }

  @Test
  void aClassMustBeProbable() {
    GoldenRecord record = new GoldenRecord("Praise", Map.of("text", "great"), null, null, "good");
    Map<String, Double> sure = Map.of("good", 0.75, "bad", 0.25);
    Map<String, Double> unsure = Map.of("good", 0.25, "bad", 0.75);

    assertThat(record.predicted(new Prediction.Classes("good", sure, List.of())).passed()).isTrue();
    assertThat(record.predicted(new Prediction.Classes("bad", unsure, List.of())).problem())
        .isEqualTo("'Praise' is good with probability 0.250, plausible is 0.500 to 1.000");
    assertThat(record.predicted(new Prediction.Classes("x", Map.of("x", 1.0), List.of())).problem())
        .isEqualTo("'Praise' expects good, a class that the model does not know");
  }
}
