package io.drivetrain.registry.artifact;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.model.VersionFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of versions as they were registered. */
@ApplicationScoped
class PinRepository {
  /** Rows of one statement; each has four values, and Postgres takes 65,535. */
  private static final int BATCH = 1000;

  private final Database database;
  private final Clock clock;

  PinRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A version, deleted ones left out.
   *
   * @param pinnedAt null while it has no pinned files
   */
  record Version(long id, String location, Instant pinnedAt) {}

  Optional<Version> find(String model, int version) {
    return find(model, version, "");
  }

  /** Held until the end of the transaction, so that it is pinned once. */
  Optional<Version> lock(String model, int version) {
    return find(model, version, "for no key update of v");
  }

  private Optional<Version> find(String model, int version, String locking) {
    return database.find(
        row ->
            new Version(row.number("id"), row.text("storage_location"), row.instant("pinned_at")),
        """
        select v.id, v.storage_location, v.pinned_at
        from model_version v join registered_model m on m.id = v.model
        where m.name = ? and v.version = ? and v.deleted_at is null
        """
            + locking,
        model,
        version);
  }

  void pin(long version, List<VersionFile> files) {
    for (int from = 0; from < files.size(); from += BATCH) {
      var rows =
          files.subList(from, Math.min(from + BATCH, files.size())).stream()
              .map(file ->
                  Sql.of("(?, ?, ?, ?)", version, file.path(), file.sizeBytes(), file.sha256()))
              .toList();
      database.update(
          Sql.of("insert into model_version_file (model_version, path, size_bytes, sha256) values")
              .then(Sql.join(", ", rows)));
    }
    database.update(
        "update model_version set pinned_at = ? where id = ?", clock.instant(), version);
  }

  List<VersionFile> files(long version) {
    return database.query(
        row -> new VersionFile(row.text("path"), row.number("size_bytes"), row.text("sha256")),
        """
        select path, size_bytes, sha256 from model_version_file where model_version = ?
        order by path
        """,
        version);
  }

  /** The hash that a version was registered with, of a path in the store. */
  Optional<String> sha256(ArtifactPath path) {
    return database.find(
        row -> row.text("sha256"),
        """
        select f.sha256 from model_version v join model_version_file f on f.model_version = v.id
        where v.place = any (?) and v.place || '/' || f.path = ?
        limit 1
        """,
        path.withFoldersAbove(),
        path.value());
  }
}
