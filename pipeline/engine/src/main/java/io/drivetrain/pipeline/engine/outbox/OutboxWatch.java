package io.drivetrain.pipeline.engine.outbox;

import io.drivetrain.pipeline.engine.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Empties the outbox on a thread of its own. */
@ApplicationScoped
class OutboxWatch {
  private final OutboxService outbox;
  private final OutboxConfig config;
  private Watch watch;

  OutboxWatch(OutboxService outbox, OutboxConfig config) {
    this.outbox = outbox;
    this.config = config;
  }

  void start(@Observes @Priority(30) StartupEvent start) {
    watch = Watch.every(config.watch(), "outbox", outbox::empty);
  }

  void stop(@Observes ShutdownEvent stop) {
    watch.close();
  }
}
