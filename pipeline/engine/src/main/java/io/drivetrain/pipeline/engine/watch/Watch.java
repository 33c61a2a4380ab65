package io.drivetrain.pipeline.engine.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does something again and again on a thread of its own, and goes on when it fails. */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Watch.class);

  private final String name;
  private final Runnable action;
  private final ScheduledExecutorService thread;
  private boolean fails;

  private Watch(String name, Runnable action) {
    this.name = name;
    this.action = action;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /**
   * @param pause from the end of one time to the begin of the next
   * @param name of the thread, and in the log: {@code definition-watch}
   */
  public static Watch every(Duration pause, String name, Runnable action) {
    Watch watch = new Watch(name, action);
    watch.thread.scheduleWithFixedDelay(
        watch::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** A database that is away for an hour is told once, and so is its return. */
  private void look() {
    try {
      action.run();
      if (fails) {
        LOG.infof("%s works again", name);
      }
      fails = false;
    } catch (RuntimeException error) {
      if (!fails) {
        LOG.warnf("%s: %s; trying again until it works", name, error.getMessage());
      }
      fails = true;
    }
  }

  /** Interrupts what is being done. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
