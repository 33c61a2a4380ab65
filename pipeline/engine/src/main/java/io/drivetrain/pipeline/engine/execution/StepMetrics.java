package io.drivetrain.pipeline.engine.execution;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What /metrics says of steps. */
@ApplicationScoped
class StepMetrics {
  private final MeterRegistry meters;
  private final Timer claims;
  private final AtomicLong ready;
  private final AtomicLong oldestReadyMillis;
  private final AtomicLong deafWorkers;

  StepMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.claims =
        Timer.builder("drivetrain.pipeline.claims")
            .description(
                "The claim of a step, with its transaction; looks that found none are left out")
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
    this.deafWorkers = meters.gauge("drivetrain.pipeline.workers.deaf", new AtomicLong());
  }

  void tried(String step, AttemptOutcome outcome, Duration time) {
    meters.timer("drivetrain.pipeline.steps", "step", step, "outcome", outcome.name()).record(time);
  }

  void claimed(Duration time) {
    claims.record(time);
  }

  void leaseLost() {
    meters.counter("drivetrain.pipeline.leases.lost").increment();
  }

  /** Threads that are lost to steps that ignore that they are to stop. */
  void deafWorkers(long threads) {
    deafWorkers.set(threads);
  }

  /** Steps that wait for a worker, and for how long the first of them has, as last counted. */
  void ready(long steps, Duration oldest) {
    ready.set(steps);
    oldestReadyMillis.set(oldest.toMillis());
  }
}
