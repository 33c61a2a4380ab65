package io.drivetrain.pipeline.learning.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Measures elapsed time while a model is validated. Tests replace it. */
@ApplicationScoped
public class Stopwatch {
  /** Nanoseconds since some moment; only differences mean something. */
  public long nanos() {
    return System.nanoTime();
  }

  public void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  double millisSince(long start) {
    return (nanos() - start) / 1e6;
  }
}
