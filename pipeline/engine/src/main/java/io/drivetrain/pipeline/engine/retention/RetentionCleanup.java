package io.drivetrain.pipeline.engine.retention;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/** Deletes what is too old, by default every hour. */
@ApplicationScoped
class RetentionCleanup {
  /** A number without a unit is taken for seconds: 180 must not cost half a year of history. */
  private static final Duration SHORTEST = Duration.ofDays(1);

  private final RetentionService retention;
  private final RetentionConfig config;

  RetentionCleanup(RetentionService retention, RetentionConfig config) {
    this.retention = retention;
    this.config = config;
  }

  void start(@Observes @Priority(30) StartupEvent start) {
    requireLong("drivetrain.retention.runs", config.runs());
    requireLong("drivetrain.retention.logs", config.logs());
  }

  @Scheduled(
      identity = "retention-cleanup",
      every = "${drivetrain.retention.watch}",
      delayed = "${drivetrain.retention.watch}",
      concurrentExecution = ConcurrentExecution.SKIP,
      executeWith = Scheduled.SIMPLE)
  @RunOnVirtualThread
  void cleanUp() {
    retention.purge();
  }

  static void requireLong(String key, Optional<Duration> time) {
    if (time.isPresent() && time.orElseThrow().compareTo(SHORTEST) < 0) {
      throw new IllegalStateException(
          "%s is %s; it must be at least one day, such as 30d. Leave it empty to keep everything."
              .formatted(key, time.orElseThrow()));
    }
  }
}
