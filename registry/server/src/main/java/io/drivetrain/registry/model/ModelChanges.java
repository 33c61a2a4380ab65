package io.drivetrain.registry.model;

import io.drivetrain.registry.audit.AuditTrail;
import io.drivetrain.registry.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every change of a model brings with it: its new time, a line in the audit trail, an event.
 */
@ApplicationScoped
class ModelChanges {
  private final Event<ModelChanged> changed;
  private final AuditTrail trail;
  private final Clock clock;

  ModelChanges(Event<ModelChanged> changed, AuditTrail trail, Clock clock) {
    this.changed = changed;
    this.trail = trail;
    this.clock = clock;
  }

  /** The wire has milliseconds, so nothing finer is kept. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** For changes that the trail does not keep: descriptions. */
  void touch(RegisteredModelEntity model) {
    model.updatedAt = now();
    announce(model);
  }

  /** For changes that leave the time of the model as it is, and that the trail does not keep. */
  void announce(RegisteredModelEntity model) {
    changed.fire(new ModelChanged(model.name));
  }

  /** For what leaves the times as they are: a new model, tags and aliases. */
  void note(RegisteredModelEntity model, Change change) {
    announce(model);
    trail.record(change);
  }

  void record(RegisteredModelEntity model, Change change) {
    touch(model);
    trail.record(change);
  }
}
