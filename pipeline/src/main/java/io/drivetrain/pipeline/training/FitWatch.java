package io.drivetrain.pipeline.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts trees over all fits that run at the same time, and stops them when asked to. */
final class FitWatch {
  private final AtomicInteger treesDone = new AtomicInteger();
  private volatile boolean stopped;

  void treeDone() {
    treesDone.incrementAndGet();
  }

  int treesDone() {
    return treesDone.get();
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /**
   * @throws CancellationException when it was stopped: the trees made so far are no model
   */
  void requireGoing() {
    if (stopped) {
      throw new CancellationException("the training was stopped");
    }
  }
}
