package io.drivetrain.pipeline.training;

import smile.util.IterativeAlgorithmController;

/**
 * Tells a {@link FitWatch} of the trees of Smile. Smile asks {@code isInterrupted()}, which is
 * final, right after it submits a status on the same thread.
 */
final class SmileWatch<T> extends IterativeAlgorithmController<T> {
  private final FitWatch watch;

  SmileWatch(FitWatch watch) {
    super(Runnable::run, 1);
    this.watch = watch;
  }

  @Override
  public void submit(T status) {
    watch.treeDone();
    if (watch.isStopped()) {
      stop();
    }
  }
}
