package io.drivetrain.pipeline.engine.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Not ready while the scheduler is not running. */
@Readiness
@ApplicationScoped
class ScheduleHealth implements HealthCheck {
  private final Scheduler scheduler;

  ScheduleHealth(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      boolean isRunning = scheduler.isStarted() && !scheduler.isInStandbyMode();
      return HealthCheckResponse.named("scheduler").status(isRunning).build();
    } catch (SchedulerException unreachable) {
      return HealthCheckResponse.named("scheduler").down().build();
    }
  }
}
