package io.drivetrain.pipeline.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does something again and again on a thread of its own, and goes on when it fails. */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Watch.class);

  private final ScheduledExecutorService thread;

  private Watch(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * @param pause from the end of one time to the begin of the next
   * @param name of the thread, and in the log: {@code definition-watch}
   */
  public static Watch every(Duration pause, String name, Runnable action) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
    thread.scheduleWithFixedDelay(
        () -> calmly(name, action), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return new Watch(thread);
  }

  private static void calmly(String name, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException error) {
      LOG.warnf("%s: %s; trying again", name, error.getMessage());
    }
  }

  /** Interrupts what is being done. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
