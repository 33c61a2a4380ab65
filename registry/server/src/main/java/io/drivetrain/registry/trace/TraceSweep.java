package io.drivetrain.registry.trace;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Deletes the traces that are too old. */
@ApplicationScoped
public class TraceSweep {
  private static final int MOST_AT_ONCE = 1000;

  private final TraceConfig config;
  private final TraceService traces;
  private final Clock clock;

  TraceSweep(TraceConfig config, TraceService traces, Clock clock) {
    this.config = config;
    this.traces = traces;
    this.clock = clock;
  }

  @Scheduled(
      identity = "trace-sweep",
      every = "${drivetrain.trace.sweep-every}",
      delayed = "${drivetrain.trace.sweep-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void sweep() {
    config.keep().ifPresent(keep -> deleteOlderThan(clock.instant().minus(keep)));
  }

  /** In transactions of a thousand. How many there were. */
  public int deleteOlderThan(Instant moment) {
    int all = 0;
    int deleted;
    do {
      deleted = traces.deleteOlderThan(moment, MOST_AT_ONCE);
      all += deleted;
    } while (deleted == MOST_AT_ONCE);
    return all;
  }
}
