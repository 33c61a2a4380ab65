package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.engine.catalog.DefinitionsChanged;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps Quartz' schedules those of the definitions, and fires what was missed. */
@ApplicationScoped
class ScheduleSync {
  private final ScheduleService schedules;
  private volatile boolean stale = true;

  ScheduleSync(ScheduleService schedules) {
    this.schedules = schedules;
  }

  void start(@Observes @Priority(20) StartupEvent start) {
    sync();
  }

  /** When the database is away just now, the next turn does it. */
  void change(@Observes DefinitionsChanged change) {
    stale = true;
    sync();
  }

  @Scheduled(
      identity = "schedule-sync",
      every = "${drivetrain.schedule.watch}",
      delayed = "${drivetrain.schedule.watch}",
      concurrentExecution = ConcurrentExecution.SKIP,
      executeWith = Scheduled.SIMPLE)
  synchronized void sync() {
    if (stale) {
      schedules.reconcile();
      stale = false;
    }
    schedules.fireForgotten();
  }
}
