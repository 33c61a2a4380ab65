package io.drivetrain.webui.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurfaceTest {
  private static final Field X = Field.metric("x");
  private static final Field Y = Field.metric("y");
  private static final Field Z = Field.metric("z");

  @Test
  void isThatOfARunWhereTheRunIsAndBetweenThemElsewhere() {
    Surface surface =
        Surface.through(
            List.of(run(0, 0, 10), run(0, 1, 20), run(1, 0, 30), run(1, 1, 40)), X, Y, Z);
    int first = place(surface.x(), 0);
    int last = place(surface.x(), 1);

    assertThat(surface.at(first, first)).isEqualTo(10, within(0.1));
    assertThat(surface.at(last, first)).isEqualTo(30, within(0.1));
    assertThat(surface.at(first, last)).isEqualTo(20, within(0.1));
    assertThat(surface.at(Surface.CELLS / 2, Surface.CELLS / 2)).isEqualTo(25, within(2.0));
    assertThat(surface.at(0, 0)).isBetween(surface.lowest(), surface.highest());
  }

  @Test
  void runsWithoutASpreadHaveAnExtent() {
    Surface surface = Surface.through(List.of(run(5, 7, 1), run(5, 7, 3)), X, Y, Z);

    assertThat(surface.x().least()).isLessThan(surface.x().most());
    assertThat(surface.at(3, 3)).isEqualTo(2, within(1e-9));
  }

  private static int place(Surface.Extent extent, double value) {
    return (int) ((value - extent.least()) / (extent.most() - extent.least()) * Surface.CELLS);
  }

  private static ComparedRun run(double x, double y, double z) {
    return ComparisonFixtures.run("1", Map.of("x", x, "y", y, "z", z), Map.of());
  }
}
