package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.step.StepState;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What /metrics says of people that are waited for. */
@ApplicationScoped
class ApprovalMetrics {
  private final MeterRegistry meters;
  private final AtomicLong waiting;
  private final AtomicLong oldestMillis = new AtomicLong();

  ApprovalMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.waiting = meters.gauge("drivetrain.pipeline.approvals.waiting", new AtomicLong());
    meters.gauge(
        "drivetrain.pipeline.approvals.waiting.oldest.seconds",
        oldestMillis,
        millis -> millis.get() / 1000.0);
  }

  /** A step has waited, and how that ended. */
  void ended(StepState outcome, Duration waited) {
    meters.timer("drivetrain.pipeline.approvals", "outcome", outcome.name()).record(waited);
  }

  /** Steps that wait for a person, and for how long the first of them has, as last counted. */
  void waiting(long steps, Duration oldest) {
    waiting.set(steps);
    oldestMillis.set(oldest.toMillis());
  }
}
