package io.drivetrain.pipeline.engine.catalog;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Reads the definition folder at the start, and again when it has changed. */
@ApplicationScoped
class DefinitionReload {
  private final DefinitionCatalog definitions;
  private final Event<DefinitionsChanged> changes;

  DefinitionReload(DefinitionCatalog definitions, Event<DefinitionsChanged> changes) {
    this.definitions = definitions;
    this.changes = changes;
  }

  void start(@Observes @Priority(10) StartupEvent start) {
    definitions.reload();
  }

  @Scheduled(
      identity = "definition-reload",
      every = "${drivetrain.definition.watch}",
      delayed = "${drivetrain.definition.watch}",
      concurrentExecution = ConcurrentExecution.SKIP,
      executeWith = Scheduled.SIMPLE)
  void reload() {
    if (definitions.reload()) {
      changes.fire(new DefinitionsChanged());
    }
  }
}
