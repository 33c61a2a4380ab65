package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.trainer.FailedFit;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs fits side by side on a bounded number of threads, while the step's own thread reports how
 * far they are. A report that throws, because the run is cancelled or the lease lost, stops all
 * fits at their next round.
 */
final class ParallelFits implements AutoCloseable {
  private static final long REPORT_MILLIS = 200;

  private final ExecutorService threads;
  private final TrainingMonitor monitor;
  private final Progress progress;
  private final String round;
  private final int allRounds;

  /**
   * @param round what a round makes, for people: {@code tree}
   * @param allRounds of all fits that will be run; the progress is the share of them that is done
   */
  ParallelFits(
      int threads, TrainingMonitor monitor, Progress progress, String round, int allRounds) {
    this.threads =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("fit-", 0).factory());
    this.monitor = monitor;
    this.progress = progress;
    this.round = round;
    this.allRounds = allRounds;
  }

  /**
   * The results in the order of the fits. The first one that fails stops the others. How far all of
   * it is by then is reported once more at the end, also when it took no time.
   */
  <T> List<T> all(List<Callable<T>> fits) throws InterruptedException {
    List<Future<T>> futures = new ArrayList<>();
    fits.forEach(fit -> futures.add(threads.submit(fit)));
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(await(future));
      }
      report();
      return results;
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  /** Waits for fits that were stopped, until their next round. */
  @Override
  public void close() {
    monitor.stop();
    threads.close();
  }

  private <T> T await(Future<T> future) throws InterruptedException {
    while (true) {
      try {
        return future.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        report();
      } catch (ExecutionException failed) {
        throw FailedFit.cause(failed);
      }
    }
  }

  private void report() {
    int done = Math.min(monitor.rounds(), allRounds);
    progress.report("%s %d of %d".formatted(round, done, allRounds), done / (double) allRounds);
  }
}
