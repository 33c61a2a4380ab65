package io.drivetrain.pipeline.engine.backfill;

import io.drivetrain.pipeline.engine.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps back-fills going, also those that another replica has begun. */
@ApplicationScoped
class BackfillWatch {
  private final BackfillService backfills;
  private final BackfillConfig config;
  private Watch watch;

  BackfillWatch(BackfillService backfills, BackfillConfig config) {
    this.backfills = backfills;
    this.config = config;
  }

  void start(@Observes @Priority(30) StartupEvent start) {
    watch = Watch.every(config.watch(), "backfill-watch", backfills::feed);
  }

  void stop(@Observes ShutdownEvent stop) {
    watch.close();
  }
}
