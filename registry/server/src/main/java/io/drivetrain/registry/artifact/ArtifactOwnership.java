package io.drivetrain.registry.artifact;

import io.drivetrain.database.Database;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which files must not change ({@code docs/adr/0018}): those of a registered version, also of one
 * in the trash, which can be restored, and those of a run that has ended. What is answered holds
 * until the end of the caller's transaction: a registration waits for changes, and changes for it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ArtifactOwnership {
  /** Of advisory locks; any number that no other pair of keys of this database begins with. */
  private static final int LOCKS = 0x6472_6976;

  /** Characters of a place that are indexed. */
  private static final int INDEXED = 500;

  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "KILLED");

  private final Database database;

  ArtifactOwnership(Database database) {
    this.database = database;
  }

  /**
   * A run whose files a path is below.
   *
   * @param status in MLflow's words
   */
  record RunAbove(String runId, long experiment, String status) {}

  /** Refuses to replace a file that belongs to a version or to an ended run. */
  void checkReplaceable(ArtifactPath file) {
    lock(file, "pg_advisory_xact_lock_shared");
    checkAbove(file, "replaced");
  }

  /**
   * Refuses to delete what holds a file of a version or of an ended run, and a whole experiment.
   */
  void checkDeletable(ArtifactPath path) {
    lock(path, "pg_advisory_xact_lock_shared");
    checkAbove(path, "deleted");
    versionBelow(path).ifPresent(owner -> refuse(path, owner, "deleted", "Delete the version"));
    runBelow(path).ifPresent(owner -> refuse(path, owner, "deleted", "Delete the run"));
    experimentAtOrBelow(path)
        .ifPresent(owner -> refuse(path, owner, "deleted", "Delete the experiment"));
  }

  /** Waits for changes below a place, and lets none begin. New files do come. */
  void holdForRegistration(ArtifactPath place) {
    lock(place, "pg_advisory_xact_lock");
  }

  Optional<RunAbove> runAbove(ArtifactPath path) {
    return runAbove(path, "");
  }

  /** One lock for all that has the same first name, which is an experiment. */
  private void lock(ArtifactPath path, String function) {
    database.find(
        row -> row.text(1),
        "select " + function + "(?, hashtext(?))",
        LOCKS,
        path.withFoldersAbove().getFirst());
  }

  private void checkAbove(ArtifactPath path, String change) {
    versionAbove(path).ifPresent(owner -> refuse(path, owner, change, "Delete the version"));
    // The row is held, so that the run does not end in between.
    runAbove(path, "for share")
        .filter(run -> ENDED.contains(run.status()))
        .ifPresent(run ->
            refuse(path, "run " + run.runId() + ", which has ended", change, "Delete the run"));
  }

  private Optional<String> versionAbove(ArtifactPath path) {
    return database.find(
        row -> row.text("owner"),
        """
        select 'version ' || v.version || ' of model ''' || m.name || '''' as owner
        from model_version v join registered_model m on m.id = v.model
        where v.place = any (?)
        limit 1
        """,
        path.withFoldersAbove());
  }

  private Optional<RunAbove> runAbove(ArtifactPath path, String locking) {
    List<RunAbove> runs =
        database.query(
            row -> new RunAbove(row.text("run_id"), row.number("experiment"), row.text("status")),
            "select run_id, experiment, status from run where place = any (?) " + locking,
            path.withFoldersAbove());
    return runs.stream()
        .filter(run -> ENDED.contains(run.status()))
        .findFirst()
        .or(() -> runs.stream().findFirst());
  }

  private Optional<String> versionBelow(ArtifactPath path) {
    return below(
        path.value() + "/",
        """
        select 'version ' || v.version || ' of model ''' || m.name || '''' as owner
        from model_version v join registered_model m on m.id = v.model
        where left(v.place, 500) between ? and ? and starts_with(v.place, ?)
        limit 1
        """);
  }

  private Optional<String> runBelow(ArtifactPath path) {
    return below(
        path.value() + "/",
        """
        select 'run ' || run_id as owner from run
        where left(place, 500) between ? and ? and starts_with(place, ?)
        limit 1
        """);
  }

  private Optional<String> experimentAtOrBelow(ArtifactPath path) {
    return below(
        path.value(),
        """
        select 'experiment ' || id as owner from experiment
        where left(place, 500) between ? and ? and starts_with(place || '/', ? || '/')
        limit 1
        """);
  }

  private Optional<String> below(String start, String query) {
    var indexed = start.length() > INDEXED ? start.substring(0, INDEXED) : start;
    return database.find(
        row -> row.text("owner"), query, indexed, indexed + Character.toString(0x10FFFF), start);
  }

  private static void refuse(ArtifactPath path, String owner, String change, String wayOut) {
    throw RegistryException.conflict(
        "'%s' cannot be %s: it belongs to %s. %s first; its files go when it leaves the trash."
            .formatted(path.value(), change, owner, wayOut));
  }
}
