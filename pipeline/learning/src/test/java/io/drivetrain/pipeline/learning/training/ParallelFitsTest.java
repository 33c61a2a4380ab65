package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParallelFitsTest {
  private static final Progress SILENT = (text, fraction) -> {};

  private final TrainingMonitor monitor = new TrainingMonitor();

  @Test
  void givesTheResultsInTheOrderOfTheFits() throws InterruptedException {
    try (ParallelFits fits = new ParallelFits(3, monitor, SILENT, "tree", 3)) {
      assertThat(fits.all(List.of(() -> "a", () -> "b", () -> "c"))).containsExactly("a", "b", "c");
    }
  }

  @Test
  void aFullMemoryStaysAFullMemory() {
    Callable<String> full =
        () -> {
          throw new OutOfMemoryError("no room");
        };

    try (ParallelFits fits = new ParallelFits(1, monitor, SILENT, "tree", 1)) {
      assertThatThrownBy(() -> fits.all(List.of(full))).isInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  @Timeout(60)
  void theFirstFailureStopsTheOthersAtTheirNextRound() {
    Callable<String> failing =
        () -> {
          throw new IllegalArgumentException("constant target");
        };
    Callable<String> growing =
        () -> {
          while (true) {
            monitor.roundDone();
          }
        };

    assertThatThrownBy(
            () -> {
              try (ParallelFits fits = new ParallelFits(2, monitor, SILENT, "tree", 10)) {
                fits.all(List.of(failing, growing));
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("constant target");
  }
}
