package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of runs for Prometheus. */
@ApplicationScoped
public class RunMeters {
  private final MeterRegistry meters;
  private final AtomicLong queued;

  RunMeters(MeterRegistry meters) {
    this.meters = meters;
    this.queued = meters.gauge("drivetrain.pipeline.queue.depth", new AtomicLong());
  }

  public void runEnded(String pipeline, RunState state) {
    meters
        .counter("drivetrain.pipeline.runs", "pipeline", pipeline, "state", state.name())
        .increment();
  }

  /** Runs that wait for another one of their pipeline, as last counted. */
  public void queueDepth(long runs) {
    queued.set(runs);
  }
}
