package io.drivetrain.registry.artifact;

import io.drivetrain.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Deletes the files of what is purged. The folder is noted in the transaction that deletes the
 * rows, and its files go after the commit: a crash in between leaves the note, and the next sweep
 * goes on.
 */
@ApplicationScoped
public class ArtifactDisposal {
  private static final Logger LOG = Logger.getLogger(ArtifactDisposal.class);

  private final Database database;
  private final ArtifactService artifacts;
  private final Clock clock;

  private record Noted(long id, String path) {}

  ArtifactDisposal(Database database, ArtifactService artifacts, Clock clock) {
    this.database = database;
    this.artifacts = artifacts;
    this.clock = clock;
  }

  /** Notes a folder. Nothing is deleted unless the caller's transaction is committed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void note(ArtifactPath folder) {
    database.update(
        "insert into artifact_disposal (path, requested_at) values (?, ?)",
        folder.value(),
        clock.instant());
  }

  /** Deletes the files of all noted folders; one that fails stays noted. How many are done. */
  public int sweep() {
    int done = 0;
    long after = 0;
    for (var next = disposeNext(after); next.isPresent(); next = disposeNext(after)) {
      after = next.get().id();
      done++;
    }
    return done;
  }

  private Optional<Noted> disposeNext(long after) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          var next = lockNext(after);
          next.ifPresent(this::dispose);
          return next;
        });
  }

  /** Another replica's folder is passed over. */
  private Optional<Noted> lockNext(long after) {
    return database.find(
        row -> new Noted(row.number("id"), row.text("path")),
        """
        select id, path from artifact_disposal where id > ?
        order by id limit 1 for update skip locked
        """,
        after);
  }

  private void dispose(Noted folder) {
    try {
      artifacts.purge(ArtifactPath.ofFile(folder.path()));
      database.update("delete from artifact_disposal where id = ?", folder.id());
    } catch (UncheckedIOException e) {
      LOG.warnf(e, "The purged folder '%s' cannot be deleted yet.", folder.path());
    }
  }
}
