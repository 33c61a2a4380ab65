package io.drivetrain.pipeline.engine.definition;

import io.drivetrain.pipeline.engine.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Reads the definition folder at the start, and again when it has changed. */
@ApplicationScoped
class DefinitionWatch {
  private final DefinitionCatalog definitions;
  private final DefinitionConfig config;
  private final Event<DefinitionsChanged> changes;
  private Watch watch;

  DefinitionWatch(
      DefinitionCatalog definitions, DefinitionConfig config, Event<DefinitionsChanged> changes) {
    this.definitions = definitions;
    this.config = config;
    this.changes = changes;
  }

  void start(@Observes @Priority(10) StartupEvent start) {
    definitions.reload();
    watch = Watch.every(config.watch(), "definition-watch", this::look);
  }

  void stop(@Observes ShutdownEvent stop) {
    watch.close();
  }

  private void look() {
    if (definitions.reload()) {
      changes.fire(new DefinitionsChanged());
    }
  }
}
