package io.drivetrain.pipeline.execution;

import io.drivetrain.pipeline.run.RunState;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What /metrics says of runs and steps. */
@ApplicationScoped
class RunMetrics {
  private final MeterRegistry meters;
  private final AtomicLong queued;

  RunMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.queued = meters.gauge("drivetrain.pipeline.queue.depth", new AtomicLong());
  }

  void runEnded(String pipeline, RunState state) {
    meters
        .counter("drivetrain.pipeline.runs", "pipeline", pipeline, "state", state.name())
        .increment();
  }

  void stepTried(String step, AttemptOutcome outcome, Duration time) {
    meters.timer("drivetrain.pipeline.steps", "step", step, "outcome", outcome.name()).record(time);
  }

  void leaseLost() {
    meters.counter("drivetrain.pipeline.leases.lost").increment();
  }

  /** Runs that wait for another one of their pipeline, as last counted. */
  void queueDepth(long runs) {
    queued.set(runs);
  }
}
