package io.drivetrain.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MillisTest {
  @Test
  void quantilesAreMeasuredTimes() {
    Millis millis = Millis.of(IntStream.range(0, 100).mapToObj(i -> 99.0 - i).toList());

    assertThat(millis.count()).isEqualTo(100);
    assertThat(millis.p50()).isEqualTo(50);
    assertThat(millis.p95()).isEqualTo(95);
    assertThat(millis.p99()).isEqualTo(99);
  }

  @Test
  void oneTimeIsEveryQuantile() {
    Millis millis = Millis.ofNanos(LongStream.of(1_500_000));

    assertThat(millis.p50()).isEqualTo(1.5);
    assertThat(millis.p99()).isEqualTo(1.5);
  }

  @Test
  void nothingMeasuredIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Millis.of(List.of()))
        .withMessage("Nothing was measured");
  }
}
