package io.drivetrain.pipeline.learning.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What training may take of the machine. */
@ConfigMapping(prefix = "drivetrain.training")
public interface TrainingConfig {
  /**
   * ParallelFits that run at the same time, each on a thread; 0 = one for each processor.
   * Environment: DRIVETRAIN_TRAINING_THREADS.
   */
  @WithDefault("0")
  int threads();
}
