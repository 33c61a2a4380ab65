package io.drivetrain.pipeline.trainer.smile;

import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.trainer.FailedFit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import smile.math.MathEx;

/** Runs fits of Smile so that they are exact, repeatable and keep to one thread. */
final class Smile {
  static {
    // By default Smile tries only every (rows / 100)th value as a threshold, which cripples deep
    // trees: R2 .70 in place of .79 for a forest on car prices.
    System.setProperty("smile.regression_tree.bins", "1");
  }

  private Smile() {}

  /**
   * Runs a fit in a pool of one thread: Smile splits with parallel streams, which stay in the pool
   * that they are called from, and draws random numbers from its thread's own generator.
   */
  static TreeEnsemble fit(long seed, Supplier<TreeEnsemble> fit) {
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      return pool.submit(
              () -> {
                MathEx.setSeed(seed);
                return fit.get();
              })
          .get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", interrupted);
    } catch (ExecutionException failed) {
      throw FailedFit.cause(failed);
    }
  }
}
