package io.drivetrain.pipeline.learning.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The time that passes while a model is tried out. Tests have a time of their own. */
@ApplicationScoped
public class Ticker {
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
