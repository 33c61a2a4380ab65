package io.drivetrain.registry.model;

import io.drivetrain.registry.access.Caller;
import io.drivetrain.registry.model.ModelAuditEntity.Action;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every change of a model brings with it: its new time, a line in the audit trail, an event.
 */
@ApplicationScoped
class ModelChanges implements PanacheRepositoryBase<ModelAuditEntity, Long> {
  private final Event<ModelChanged> changed;
  private final Caller caller;
  private final Clock clock;

  ModelChanges(Event<ModelChanged> changed, Caller caller, Clock clock) {
    this.changed = changed;
    this.caller = caller;
    this.clock = clock;
  }

  /** What the audit trail says of a change; nulls where there is nothing to say. */
  record Entry(Action action, Integer version, String before, String after, String reason) {
    static Entry of(Action action) {
      return new Entry(action, null, null, null, null);
    }

    static Entry of(Action action, int version) {
      return new Entry(action, version, null, null, null);
    }
  }

  /** The wire has milliseconds, so nothing finer is kept. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** For changes that the trail does not keep: descriptions and tags. */
  void touch(RegisteredModelEntity model) {
    model.updatedAt = now();
    changed.fire(new ModelChanged(model.name));
  }

  void record(RegisteredModelEntity model, Entry entry) {
    touch(model);
    var line = new ModelAuditEntity();
    line.at = model.updatedAt;
    line.who = caller.name();
    line.client = caller.client();
    line.model = model.name;
    line.version = entry.version();
    line.action = entry.action();
    line.before = entry.before();
    line.after = entry.after();
    line.reason = entry.reason();
    persist(line);
  }
}
