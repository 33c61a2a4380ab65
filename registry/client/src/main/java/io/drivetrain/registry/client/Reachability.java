package io.drivetrain.registry.client;

import io.drivetrain.registry.client.SourceHealth.State;
import io.drivetrain.registry.client.SourceHealth.Status;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers whether a server answered last time, and since when that is so. */
final class Reachability {
  private final Clock clock;
  private final AtomicReference<Status> status;

  Reachability(Clock clock) {
    this.clock = clock;
    this.status = new AtomicReference<>(new Status(State.UNKNOWN, clock.instant(), ""));
  }

  Status status() {
    return status.get();
  }

  void up() {
    become(State.UP, status.get().lastError());
  }

  void down(String error) {
    become(State.DOWN, error);
  }

  private void become(State state, String error) {
    status.updateAndGet(
        old -> new Status(state, old.state() == state ? old.since() : clock.instant(), error));
  }
}
