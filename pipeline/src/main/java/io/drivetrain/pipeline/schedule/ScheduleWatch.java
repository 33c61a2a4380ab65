package io.drivetrain.pipeline.schedule;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks from time to time whether a firing was forgotten. A net; it finds nothing. */
@ApplicationScoped
class ScheduleWatch {
  private static final Logger LOG = Logger.getLogger(ScheduleWatch.class);

  private final ScheduleService schedules;
  private final ScheduleConfig config;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("schedule-watch").daemon().factory());

  ScheduleWatch(ScheduleService schedules, ScheduleConfig config) {
    this.schedules = schedules;
    this.config = config;
  }

  void start(@Observes @Priority(30) StartupEvent start) {
    long millis = config.watch().toMillis();
    thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  private void look() {
    try {
      schedules.fireForgotten();
    } catch (RuntimeException unreachable) {
      LOG.warnf("Schedules cannot be looked at; trying again: %s", unreachable.getMessage());
    }
  }
}
