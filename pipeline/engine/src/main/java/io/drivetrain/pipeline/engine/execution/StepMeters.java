package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.api.step.AttemptOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of steps for Prometheus. */
@ApplicationScoped
class StepMeters {
  private final MeterRegistry meters;
  private final Timer claims;
  private final AtomicLong ready;
  private final AtomicLong oldestReadyMillis;
  private final AtomicLong stuckWorkers;

  StepMeters(MeterRegistry meters) {
    this.meters = meters;
    this.claims =
        Timer.builder("drivetrain.pipeline.claims")
            .description(
                "Claiming a step, including its transaction; polls that found no step are not counted")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(500_000))
            .maximumExpectedValue(Duration.ofSeconds(1))
            .register(meters);
    this.ready = meters.gauge("drivetrain.pipeline.steps.ready", new AtomicLong());
    this.oldestReadyMillis = new AtomicLong();
    meters.gauge(
        "drivetrain.pipeline.steps.ready.oldest.seconds",
        oldestReadyMillis,
        millis -> millis.get() / 1000.0);
    this.stuckWorkers = meters.gauge("drivetrain.pipeline.workers.stuck", new AtomicLong());
    meters.gauge("drivetrain.pipeline.workers.deaf", stuckWorkers); // its old name, for a release
  }

  void attemptEnded(String step, AttemptOutcome outcome, Duration time) {
    meters.timer("drivetrain.pipeline.steps", "step", step, "outcome", outcome.name()).record(time);
  }

  void claimed(Duration time) {
    claims.record(time);
  }

  void leaseLost() {
    meters.counter("drivetrain.pipeline.leases.lost").increment();
  }

  /** Threads of steps that did not stop when told to. */
  void stuckWorkers(long threads) {
    stuckWorkers.set(threads);
  }

  /** Steps that wait for a worker, and how long the oldest of them has waited. */
  void ready(long steps, Duration oldest) {
    ready.set(steps);
    oldestReadyMillis.set(oldest.toMillis());
  }
}
