package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.step.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParallelFitsTest {
  private static final Progress SILENT = (text, fraction) -> {};

  private final TrainingMonitor watch = new TrainingMonitor();

  @Test
  void givesTheResultsInTheOrderOfTheFits() throws InterruptedException {
    try (ParallelFits fits = new ParallelFits(3, watch, SILENT, 3)) {
      assertThat(fits.all(List.of(() -> "a", () -> "b", () -> "c"))).containsExactly("a", "b", "c");
    }
  }

  @Test
  void aFullMemoryStaysAFullMemory() {
    Callable<String> full =
        () -> {
          throw new OutOfMemoryError("no room");
        };

    try (ParallelFits fits = new ParallelFits(1, watch, SILENT, 1)) {
      assertThatThrownBy(() -> fits.all(List.of(full))).isInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  void aFullMemoryInsideOfSmileStaysAFullMemory() {
    assertThatThrownBy(() ->
            Smile.fit(
                1,
                () -> {
                  throw new OutOfMemoryError("no room");
                }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  @Timeout(60)
  void theFirstFailureStopsTheOthersAtTheirNextTree() {
    Callable<String> failing =
        () -> {
          throw new IllegalArgumentException("constant target");
        };
    Callable<String> growing =
        () -> {
          while (true) {
            watch.treeDone();
          }
        };

    assertThatThrownBy(
            () -> {
              try (ParallelFits fits = new ParallelFits(2, watch, SILENT, 10)) {
                fits.all(List.of(failing, growing));
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("constant target");
  }
}
