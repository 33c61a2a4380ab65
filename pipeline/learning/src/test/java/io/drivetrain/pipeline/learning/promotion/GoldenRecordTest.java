package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
