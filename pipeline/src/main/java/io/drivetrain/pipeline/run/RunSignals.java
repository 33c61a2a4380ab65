package io.drivetrain.pipeline.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Wakes threads of this process at once. Other processes are not reached: whoever waits here looks
 * again by itself after a second.
 */
@ApplicationScoped
public class RunSignals {
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final Semaphore work = new Semaphore(0);
  private final Map<UUID, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

  /** A step may have become claimable. */
  public void workReady() {
    work.release();
  }

  /** Returns when a step may have become claimable, at the latest after a time. */
  public void awaitWork(Duration atMost) throws InterruptedException {
    work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A run has ended. */
  public void runEnded(UUID runId) {
    waiting.computeIfPresent(
        runId,
        (id, waiters) -> {
          waiters.forEach(Semaphore::release);
          return waiters;
        });
  }

  /** Returns when a run has ended, at the latest after a time. */
  void awaitEnd(UUID runId, BooleanSupplier ended, Duration atMost) throws InterruptedException {
    Semaphore waiter = new Semaphore(0);
    waiting.compute(
        runId,
        (id, waiters) -> {
          Set<Semaphore> all = waiters == null ? new HashSet<>() : waiters;
          all.add(waiter);
          return all;
        });
    try {
      long deadline = System.nanoTime() + atMost.toNanos();
      while (!ended.getAsBoolean() && System.nanoTime() < deadline) {
        long left = deadline - System.nanoTime();
        waiter.tryAcquire(Math.min(left, LOOK_AGAIN_NANOS), TimeUnit.NANOSECONDS);
      }
    } finally {
      waiting.computeIfPresent(
          runId,
          (id, waiters) -> {
            waiters.remove(waiter);
            return waiters.isEmpty() ? null : waiters;
          });
    }
  }
}
