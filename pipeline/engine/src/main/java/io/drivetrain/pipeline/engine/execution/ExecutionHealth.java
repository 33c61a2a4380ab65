package io.drivetrain.pipeline.engine.execution;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while no step can be claimed, or while too many workers are stuck. */
@Readiness
@ApplicationScoped
class ExecutionHealth implements HealthCheck {
  private final Worker worker;
  private final ExecutionThreads threads;
  private final WorkerThreads workers;
  private final ExecutionConfig config;

  ExecutionHealth(
      Worker worker, ExecutionThreads threads, WorkerThreads workers, ExecutionConfig config) {
    this.worker = worker;
    this.threads = threads;
    this.workers = workers;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    int stuck = workers.stuck();
    return HealthCheckResponse.named("step workers")
        .status(threads.areAlive() && worker.canClaim() && stuck <= config.mostStuckWorkers())
        .withData("stuck workers", stuck)
        .build();
  }
}
