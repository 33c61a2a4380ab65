package io.drivetrain.pipeline.execution;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while no step can be claimed. */
@Readiness
@ApplicationScoped
class ExecutionHealth implements HealthCheck {
  private final Worker worker;
  private final ExecutionThreads threads;

  ExecutionHealth(Worker worker, ExecutionThreads threads) {
    this.worker = worker;
    this.threads = threads;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("step workers")
        .status(threads.areAlive() && worker.canClaim())
        .build();
  }
}
