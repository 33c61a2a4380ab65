package io.drivetrain.registry.client.tracking;

import io.drivetrain.registry.client.http.Positive;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Logs the metrics of one run in batches, from a thread of its own: a training does not wait for
 * the registry until {@code capacity} points wait for it. Thread-safe.
 *
 * <pre>{@code
 * try (MetricLog log = registry.tracking().metricLog(run.id())) {
 *   log.log(new Metric("loss", loss, clock.instant(), step));
 * }
 * }</pre>
 *
 * <p>Nothing is lost in silence: {@link #close} returns when every point is stored, or throws and
 * {@link #unsent} has the others. While the registry is away it is asked again.
 */
public final class MetricLog implements AutoCloseable {
  private static final int BATCH = 1000;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final TrackingClient tracking;
  private final String runId;
  private final int capacity;
  private final Duration patience;
  private final Thread sender;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Metric> waiting = new ArrayDeque<>();
  private long logged;
  private long stored;
  private boolean closed;
  private Optional<RegistryClientException> failure = Optional.empty();

  private MetricLog(TrackingClient tracking, String runId, int capacity, Duration patience) {
    this.tracking = tracking;
    this.runId = runId;
    this.capacity = capacity;
    this.patience = patience;
    this.sender = Thread.ofVirtual().name("metric-log-" + runId).unstarted(this::sendAll);
  }

  static MetricLog start(TrackingClient tracking, String runId, int capacity, Duration patience) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, but is " + capacity);
    }
    Positive.require("patience", patience);
    MetricLog log = new MetricLog(tracking, runId, capacity, patience);
    log.sender.start();
    return log;
  }

  /**
   * Takes a point over; waits while there is no room for it.
   *
   * @throws RegistryClientException the registry refused an earlier point, or was away for too long
   * @throws IllegalStateException after {@link #close}
   */
  public void log(Metric metric) {
    lock.lock();
    try {
      while (waiting.size() >= capacity && failure.isEmpty() && !closed) {
        await();
      }
      if (closed) {
        throw new IllegalStateException("The metric log of run " + runId + " is closed.");
      }
      throwFailure();
      waiting.add(metric);
      logged++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when everything that was logged before is stored. */
  public void flush() {
    lock.lock();
    try {
      long target = logged;
      while (stored < target && failure.isEmpty()) {
        await();
      }
      throwFailure();
    } finally {
      lock.unlock();
    }
  }

  /** Points that were logged and are not stored yet; after a failure: not at all. */
  public List<Metric> unsent() {
    lock.lock();
    try {
      return List.copyOf(waiting);
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more points, and returns when all are stored. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    flush();
  }

  private void sendAll() {
    for (List<Metric> batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        send(batch);
      } catch (RegistryClientException refused) {
        update(() -> failure = Optional.of(refused));
        return;
      } catch (RuntimeException unexpected) {
        // Whoever waits for this thread has to learn that it ended.
        update(() ->
            failure = Optional.of(RegistryClientException.invalidState(unexpected.toString())));
        return;
      }
    }
  }

  /** Waits for points; none only when the log is closed and empty. */
  private List<Metric> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      return waiting.stream().limit(BATCH).toList();
    } finally {
      lock.unlock();
    }
  }

  /** A point may be sent twice; the registry keeps it once. */
  private void send(List<Metric> batch) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        tracking.logBatch(runId, batch, Map.of(), Map.of());
        update(() -> {
          batch.forEach(_ -> waiting.remove());
          stored += batch.size();
        });
        return;
      } catch (RegistryClientException away) {
        if (!away.mayPass() || System.nanoTime() > deadline) {
          throw away;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.min(PAUSE.toNanos(), patience.toNanos()));
    } catch (InterruptedException e) {
      throw RegistryClientException.interrupted("the registry");
    }
  }

  private void update(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void await() {
    try {
      changed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RegistryClientException.interrupted("the metric log of run " + runId);
    }
  }

  private void throwFailure() {
    if (failure.isPresent()) {
      throw RegistryClientException.notStored(runId, waiting.size(), failure.get());
    }
  }
}
