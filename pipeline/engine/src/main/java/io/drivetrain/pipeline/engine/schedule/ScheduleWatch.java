package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.engine.definition.DefinitionsChanged;
import io.drivetrain.pipeline.engine.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps the schedules those of the definitions, and looks whether a firing was forgotten. */
@ApplicationScoped
class ScheduleWatch {
  private final ScheduleService schedules;
  private final ScheduleConfig config;
  private volatile boolean stale = true;
  private Watch watch;

  ScheduleWatch(ScheduleService schedules, ScheduleConfig config) {
    this.schedules = schedules;
    this.config = config;
  }

  void start(@Observes @Priority(20) StartupEvent start) {
    look();
    watch = Watch.every(config.watch(), "schedule-watch", this::look);
  }

  /** When the database is away just now, the next look does it. */
  void change(@Observes DefinitionsChanged change) {
    stale = true;
    look();
  }

  void stop(@Observes ShutdownEvent stop) {
    watch.close();
  }

  private synchronized void look() {
    if (stale) {
      schedules.reconcile();
      stale = false;
    }
    schedules.fireForgotten();
  }
}
