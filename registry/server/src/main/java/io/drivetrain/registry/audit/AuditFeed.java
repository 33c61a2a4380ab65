package io.drivetrain.registry.audit;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * The trail in the order in which it was committed, for readers that go on where they stopped, in
 * whatever replica.
 */
@ApplicationScoped
@Transactional
public class AuditFeed {
  /** Any number that no other lock of this database has. */
  private static final long NUMBERING = 0x6472_6976_6574_0001L;

  private final AuditRepository repository;
  private final Database database;

  AuditFeed(AuditRepository repository, Database database) {
    this.repository = repository;
    this.database = database;
  }

  /** An entry with its place in the order. */
  public record Numbered(long position, AuditEntry entry) {}

  /** Gives positions to what was committed since the last time, unless a replica is at it. */
  public void number() {
    if (repository.isUnnumbered() && isOurTurn()) {
      repository.number();
    }
  }

  private boolean isOurTurn() {
    return database
        .find(row -> row.flag(1), "select pg_try_advisory_xact_lock(?)", NUMBERING)
        .orElseThrow();
  }

  /** The last position, 0 while there is none. */
  public long newest() {
    return repository.newestPosition();
  }

  /** The first entries behind a position that match the query. */
  public List<Numbered> after(long position, AuditQuery query, int limit) {
    return repository.after(position, query, limit);
  }
}
