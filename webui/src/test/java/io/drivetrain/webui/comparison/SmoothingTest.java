package io.drivetrain.webui.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SmoothingTest {

  @Test
  void constantStaysConstantFromItsFirstPoint() {
    assertThat(smooth(0.9, 3, 3, 3))
        .allSatisfy(value -> assertThat(value).isEqualTo(3, within(1e-12)));
  }

  @Test
  void averageIsThatOfTensorBoard() {
    // 0.5 * 0 + 0.5 * 1, without bias: 1; then 0.5 * 0.5 + 0.5 * 0 = 0.25 over 0.75
    assertThat(smooth(0.5, 1, 0)).containsExactly(1.0, 0.25 / 0.75);
  }

  @Test
  void withoutWeightNothingChangesAndWhatIsNotFiniteIsLeftOut() {
    assertThat(smooth(0, 1, Double.NaN, 5)).containsExactly(1.0, 5.0);
  }

  private static List<Double> smooth(double weight, double... values) {
    List<MetricPoint> points =
        DoubleStream.of(values)
            .mapToObj(value -> new MetricPoint(0, ComparisonFixtures.START, value))
            .toList();
    return new Smoothing(weight).of(points).stream().map(MetricPoint::value).toList();
  }
}
