package io.drivetrain.pipeline.engine.retention;

import io.drivetrain.pipeline.engine.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/** Deletes what is too old, again and again. */
@ApplicationScoped
class RetentionWatch {
  /** A number without a unit is taken for seconds: 180 must not cost half a year of history. */
  private static final Duration SHORTEST = Duration.ofDays(1);

  private final RetentionService retention;
  private final RetentionConfig config;
  private Watch watch;

  RetentionWatch(RetentionService retention, RetentionConfig config) {
    this.retention = retention;
    this.config = config;
  }

  void start(@Observes @Priority(30) StartupEvent start) {
    requireLong("drivetrain.retention.runs", config.runs());
    requireLong("drivetrain.retention.logs", config.logs());
    watch = Watch.every(config.watch(), "retention", retention::purge);
  }

  void stop(@Observes ShutdownEvent stop) {
    watch.close();
  }

  static void requireLong(String key, Optional<Duration> time) {
    if (time.isPresent() && time.orElseThrow().compareTo(SHORTEST) < 0) {
      throw new IllegalStateException(
          "%s is %s; it must be a day at least, such as 30d. Empty: never."
              .formatted(key, time.orElseThrow()));
    }
  }
}
