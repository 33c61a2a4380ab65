package io.drivetrain.pipeline.learning.training;

import smile.util.IterativeAlgorithmController;

/**
 * Tells a {@link TrainingMonitor} of the trees of Smile, and throws what it throws: only boosting
 * asks {@code isInterrupted()} of Smile 6.2.5, a forest grows to its end.
 */
final class SmileMonitor<T> extends IterativeAlgorithmController<T> {
  private final TrainingMonitor watch;

  SmileMonitor(TrainingMonitor watch) {
    super(Runnable::run, 1);
    this.watch = watch;
  }

  @Override
  public void submit(T status) {
    watch.treeDone();
  }
}
