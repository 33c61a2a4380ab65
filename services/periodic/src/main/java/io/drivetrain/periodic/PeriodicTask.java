package io.drivetrain.periodic;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again on a thread of its own until it is closed. For turns that are less
 * than a second apart, which Quarkus' scheduler does not offer; everything else is a
 * {@code @Scheduled} method.
 */
public final class PeriodicTask implements AutoCloseable {
  private static final Duration LAST_TURN = Duration.ofSeconds(2);

  private final Failures failures;
  private final Runnable work;
  private final ScheduledExecutorService thread;

  private PeriodicTask(String name, Runnable work) {
    this.failures = new Failures(name);
    this.work = work;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /**
   * The first turn begins after one pause.
   *
   * @param pause from the end of a turn to the begin of the next one
   * @param name of the thread, and in the log: {@code log-flush}
   */
  public static PeriodicTask every(Duration pause, String name, Runnable work) {
    var task = new PeriodicTask(name, work);
    task.thread.scheduleWithFixedDelay(
        task::turn, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return task;
  }

  private void turn() {
    try {
      work.run();
      failures.over();
    } catch (RuntimeException e) {
      failures.happened(e);
    }
  }

  /** Waits two seconds for the turn that is under way, then interrupts it. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
