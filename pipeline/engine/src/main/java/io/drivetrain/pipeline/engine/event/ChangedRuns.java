package io.drivetrain.pipeline.engine.event;

import io.drivetrain.pipeline.engine.run.RunSignals;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Collects the runs that change, here or in another process, until it is closed. A client that
 * reads slowly gets each of them once.
 */
final class ChangedRuns implements AutoCloseable {
  private final Set<UUID> changed = new LinkedHashSet<>();
  private final Runnable end;

  ChangedRuns(RunSignals signals) {
    end = signals.onChange(this::add);
  }

  private synchronized void add(UUID runId) {
    changed.add(runId);
    notifyAll();
  }

  /** Returns the runs that have changed since the last call; waits when there are none. */
  synchronized List<UUID> await(Duration atMost) throws InterruptedException {
    if (changed.isEmpty()) {
      wait(atMost.toMillis());
    }
    List<UUID> found = List.copyOf(changed);
    changed.clear();
    return found;
  }

  @Override
  public void close() {
    end.run();
  }
}
