package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.step.StepState;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of approvals for Prometheus. */
@ApplicationScoped
class ApprovalMeters {
  private final MeterRegistry meters;
  private final AtomicLong waiting;
  private final AtomicLong oldestMillis = new AtomicLong();

  ApprovalMeters(MeterRegistry meters) {
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

  /** Steps that wait for approval, and how long the oldest of them has waited. */
  void waiting(long steps, Duration oldest) {
    waiting.set(steps);
    oldestMillis.set(oldest.toMillis());
  }
}
