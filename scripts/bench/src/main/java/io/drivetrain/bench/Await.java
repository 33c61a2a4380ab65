package io.drivetrain.bench;

import java.io.IOException;
import java.time.Duration;

/** Waits for what a server does in its own time. */
public final class Await {
  private static final long PAUSE_MILLIS = 20;

  private Await() {}

  /** A question to a server or its database. */
  public interface Condition {
    /** Throws an exception when waiting longer is in vain. */
    boolean holds() throws Exception;
  }

  /**
   * Returns when the condition holds.
   *
   * @param what is awaited, for the message
   * @throws IOException if it does not hold in time
   */
  public static void until(String what, Duration patience, Condition condition) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("Waited %d s in vain for %s".formatted(patience.toSeconds(), what));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
