package io.drivetrain.embedded.supervision;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A service whose process lives, or has just ended. */
interface Running {
  long pid();

  /** Completes when the process has ended, with how: {@code ended by signal 9}. */
  CompletableFuture<String> onEnd();

  /** Whether it does its work. Asked until it says so once. */
  boolean isReady();

  /** Whether it still takes requests. A service that is ending needs no other one after that. */
  boolean isOpen();

  /** Asks the process to end, waits for it, and kills it when the time is over. */
  void stop(Duration patience);
}
