package io.drivetrain.webui.comparison.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.comparison.Narrowing;
import io.drivetrain.webui.comparison.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {

  @Test
  void readsWhatItWrites() {
    Narrowing narrowing =
        Narrowing.NONE
            .with(new Range(Field.metric("loss:train"), -1.5e-7, 2))
            .with(new Range(Field.param("depth"), 4, Double.MAX_VALUE));

    assertThat(Ranges.read(Ranges.write(narrowing))).isEqualTo(narrowing);
  }

  @Test
  void passesOverWhatIsNoRange() {
    assertThat(
            Ranges.read(
                List.of("", "rmse:1:2", "metrics.rmse:1", "metrics.rmse:a:b", "metrics.:1:2")))
        .isEqualTo(Narrowing.NONE);
    assertThat(Ranges.read(List.of("metrics.rmse:1-2:3"))).isEqualTo(Narrowing.NONE);
  }
}
