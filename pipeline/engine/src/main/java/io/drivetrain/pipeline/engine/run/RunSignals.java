package io.drivetrain.pipeline.engine.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Wakes waiting threads of this process when a run changes, here or in another process. A
 * notification that is lost with the connection costs at most a second: waiting threads check by
 * themselves.
 */
@ApplicationScoped
public class RunSignals {
  /** The Postgres channel for the ids of changed runs. */
  public static final String CHANNEL = "drivetrain_run";

  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final Semaphore work = new Semaphore(0);
  private final Map<UUID, Set<Semaphore>> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

  /** Listens for changes by other processes. Runs until it is interrupted. */
  public void listen(Notifications notifications) {
    notifications.listen(CHANNEL, this::workReady, runId -> changed(UUID.fromString(runId)));
  }

  /**
   * Calls the listener for each changed run, on the notifying thread, so it must be quick.
   *
   * @return ends it
   */
  public Runnable onChange(Consumer<UUID> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** A step may have become claimable. */
  public void workReady() {
    work.release();
  }

  /** Returns when a step may have become claimable, at the latest after a time. */
  public void awaitWork(Duration atMost) throws InterruptedException {
    if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits(); // one poll answers them all; a worker that finds a step wakes the next
      // one
    }
  }

  /** A run or one of its steps is in a new state. */
  public void changed(UUID runId) {
    waiting.computeIfPresent(
        runId,
        (id, waiters) -> {
          waiters.forEach(Semaphore::release);
          return waiters;
        });
    listeners.forEach(listener -> listener.accept(runId));
    workReady();
  }

  /** Waits until a condition of a run is true, at most for a time. */
  public boolean await(UUID runId, BooleanSupplier isSo, Duration atMost)
      throws InterruptedException {
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
      while (!isSo.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        waiter.tryAcquire(Math.min(left, LOOK_AGAIN_NANOS), TimeUnit.NANOSECONDS);
        waiter.drainPermits();
      }
      return true;
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
