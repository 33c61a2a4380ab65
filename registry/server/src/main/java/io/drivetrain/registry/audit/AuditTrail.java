package io.drivetrain.registry.audit;

import io.drivetrain.access.guard.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes what happened, in the transaction of the change itself. There is no other way in. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditTrail {
  private final AuditRepository repository;
  private final Caller caller;
  private final Clock clock;

  AuditTrail(AuditRepository repository, Caller caller, Clock clock) {
    this.repository = repository;
    this.caller = caller;
    this.clock = clock;
  }

  public void record(Change change) {
    record(List.of(change));
  }

  /** Several changes of one request, in their order. */
  public void record(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    repository.insert(now, caller.name(), caller.client(), changes);
  }
}
