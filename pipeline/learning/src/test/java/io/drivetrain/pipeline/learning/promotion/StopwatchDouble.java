package io.drivetrain.pipeline.learning.promotion;

import java.time.Duration;

/** Time that passes when it is looked at, by a microsecond unless a test says otherwise. */
public final class StopwatchDouble extends Stopwatch {
  private long now;
  private long step = 1000;

  /** How much passes from one look to the next. */
  public void passes(Duration time) {
    step = time.toNanos();
  }

  @Override
  public long nanos() {
    now += step;
    return now;
  }

  @Override
  public void pause(Duration time) {
    now += time.toNanos();
  }
}
