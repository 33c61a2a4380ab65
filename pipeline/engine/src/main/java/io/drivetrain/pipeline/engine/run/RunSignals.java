package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.engine.database.Notifications;
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
 * Wakes threads of this process when a run changes, here or in another process. What is lost with
 * the connection to the database costs no more than a second: whoever waits looks again by itself.
 */
@ApplicationScoped
public class RunSignals {
  /** Postgres tells on it the id of a run that changed. */
  static final String CHANNEL = "drivetrain_run";

  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final Semaphore work = new Semaphore(0);
  private final Map<UUID, Set<Semaphore>> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

  /** Hears what other processes say. Runs until it is interrupted. */
  public void listen(Notifications notifications) {
    notifications.listen(CHANNEL, this::workReady, runId -> changed(UUID.fromString(runId)));
  }

  /** Tells of each run that changes; on the thread that tells, so it must be quick. */
  public void onChange(Consumer<UUID> listener) {
    listeners.add(listener);
  }

  /** A step may have become claimable. */
  public void workReady() {
    work.release();
  }

  /** Returns when a step may have become claimable, at the latest after a time. */
  public void awaitWork(Duration atMost) throws InterruptedException {
    if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits(); // one look answers them all; whoever finds a step wakes the next one
    }
  }

  /** A run or one of its steps is in a new state. */
  void changed(UUID runId) {
    waiting.computeIfPresent(
        runId,
        (id, waiters) -> {
          waiters.forEach(Semaphore::release);
          return waiters;
        });
    listeners.forEach(listener -> listener.accept(runId));
    workReady();
  }

  /** Returns when something is so of a run, at the latest after a time. */
  boolean await(UUID runId, BooleanSupplier isSo, Duration atMost) throws InterruptedException {
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
