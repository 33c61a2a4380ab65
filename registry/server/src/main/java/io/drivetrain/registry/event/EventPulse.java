package io.drivetrain.registry.event;

import io.drivetrain.registry.audit.AuditFeed;
import io.drivetrain.registry.background.RepeatedTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Looks for new changes, once for all listeners of this replica, and wakes them. */
@ApplicationScoped
public class EventPulse {
  private final AuditFeed feed;
  private final EventConfig config;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private RepeatedTask task;
  private long newest;
  private boolean closed;

  EventPulse(AuditFeed feed, EventConfig config) {
    this.feed = feed;
    this.config = config;
  }

  void start(@Observes StartupEvent start) {
    task = RepeatedTask.start("The look for events", config.pollEvery(), this::look);
  }

  void stop(@Observes ShutdownEvent stop) {
    tell(Long.MAX_VALUE, true);
    task.close();
  }

  private void look() {
    feed.number();
    tell(feed.newest(), closed);
  }

  private void tell(long position, boolean last) {
    lock.lock();
    try {
      if (position != newest || last) {
        newest = position;
        closed = last;
        changed.signalAll();
      }
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
