package io.drivetrain.registry.event;

import io.drivetrain.periodic.PeriodicTask;
import io.drivetrain.registry.audit.AuditFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Looks for new changes, once for all listeners of this replica, and wakes them. */
@ApplicationScoped
public class EventPulse {
  private final AuditFeed feed;
  private final EventConfig config;
  private final Event<ChangesFound> changes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private PeriodicTask task;
  private long newest;
  private boolean closed;

  EventPulse(AuditFeed feed, EventConfig config, Event<ChangesFound> changes) {
    this.feed = feed;
    this.config = config;
    this.changes = changes;
  }

  void start(@Observes StartupEvent start) {
    task = PeriodicTask.every(config.pollEvery(), "event-pulse", this::look);
  }

  void stop(@Observes ShutdownEvent stop) {
    wake(Long.MAX_VALUE, true);
    task.close();
  }

  private void look() {
    feed.number();
    if (wake(feed.newest(), closed)) {
      changes.fireAsync(new ChangesFound());
    }
  }

  /** Whether the position is another one than before. */
  private boolean wake(long position, boolean last) {
    lock.lock();
    try {
      boolean moved = position != newest;
      if (moved || last) {
        newest = position;
        closed = last;
        changed.signalAll();
      }
      return moved;
    } finally {
      lock.unlock();
    }
  }

  /** Whether something came behind the position, or the end, before the time was over. */
  boolean await(long position, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (newest <= position && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return newest > position || closed;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
