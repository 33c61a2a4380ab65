package io.drivetrain.pipeline.trainer;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts rounds over all fits that run at the same time, and stops them when asked to. */
public final class TrainingMonitor {
  private final AtomicInteger rounds = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * Counts a round.
   *
   * @throws CancellationException when the fits were stopped: what was learned so far is no model
   */
  public void roundDone() {
    rounds.incrementAndGet();
    if (stopped) {
      throw new CancellationException("the training was stopped");
    }
  }

  public int rounds() {
    return rounds.get();
  }

  /** Ends all fits at their next round. */
  public void stop() {
    stopped = true;
  }
}
