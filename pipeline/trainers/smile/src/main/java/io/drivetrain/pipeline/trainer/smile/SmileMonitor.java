package io.drivetrain.pipeline.trainer.smile;

import io.drivetrain.pipeline.trainer.TrainingMonitor;
import smile.util.IterativeAlgorithmController;

/**
 * Tells a {@link TrainingMonitor} of the trees of Smile, and throws what it throws: only boosting
 * asks {@code isInterrupted()} of Smile 6.2.5, a forest grows to its end.
 */
final class SmileMonitor<T> extends IterativeAlgorithmController<T> {
  private final TrainingMonitor monitor;

  SmileMonitor(TrainingMonitor monitor) {
    super(Runnable::run, 1);
    this.monitor = monitor;
  }

  @Override
  public void submit(T status) {
    monitor.roundDone();
  }
}
