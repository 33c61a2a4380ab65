package io.drivetrain.registry.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does something again and again on a thread of its own until it is closed. A failure is logged
 * when it begins and when it is over, not at every turn.
 */
public final class RepeatedTask implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RepeatedTask.class);
  private static final Duration LAST_TURN = Duration.ofSeconds(5);

  private final String name;
  private final Duration pause;
  private final Runnable work;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private boolean failing;

  private RepeatedTask(String name, Duration pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::repeat);
  }

  /**
   * The first turn begins after one pause.
   *
   * @param pause between the end of a turn and the next one
   */
  public static RepeatedTask start(String name, Duration pause, Runnable work) {
    var task = new RepeatedTask(name, pause, work);
    task.thread.start();
    return task;
  }

  private void repeat() {
    try {
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() {
    try {
      work.run();
      if (failing) {
        LOG.infof("%s works again.", name);
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.errorf(e, "%s failed; it is tried again every %s.", name, pause);
      }
      failing = true;
    }
  }

  /** Waits for the turn that is under way, a few seconds at most. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(LAST_TURN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
