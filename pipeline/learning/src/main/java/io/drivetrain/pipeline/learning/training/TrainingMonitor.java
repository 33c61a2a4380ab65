package io.drivetrain.pipeline.learning.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts trees over all fits that run at the same time, and stops them when asked to. */
final class TrainingMonitor {
  private final AtomicInteger treesDone = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * Counts a tree.
   *
   * @throws CancellationException when the fits were stopped: the trees made so far are no model
   */
  void treeDone() {
    treesDone.incrementAndGet();
    if (stopped) {
      throw new CancellationException("the training was stopped");
    }
  }

  int treesDone() {
    return treesDone.get();
  }

  /** Ends all fits at their next tree. */
  void stop() {
    stopped = true;
  }
}
