package io.drivetrain.registry.client.http;

import io.drivetrain.registry.client.http.SourceHealth.State;
import io.drivetrain.registry.client.http.SourceHealth.Status;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers whether a server answered last time, and since when that is so. */
public final class Reachability {
  private final Clock clock;
  private final AtomicReference<Status> status;

  public Reachability(Clock clock) {
    this.clock = clock;
    this.status = new AtomicReference<>(new Status(State.UNKNOWN, clock.instant(), ""));
  }

  public Status status() {
    return status.get();
  }

  public void up() {
    status.updateAndGet(last -> next(last, State.UP, last.lastError()));
  }

  /** True when it was not down before. */
  public boolean down(String error) {
    Status old = status.getAndUpdate(last -> next(last, State.DOWN, error));
    return old.state() != State.DOWN;
  }

  private Status next(Status last, State state, String error) {
    return new Status(state, last.state() == state ? last.since() : clock.instant(), error);
  }
}
