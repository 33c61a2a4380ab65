package io.drivetrain.registry.artifact;

import io.drivetrain.database.Database;
import io.drivetrain.registry.artifact.ArtifactStore.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Sizes and hashes by path. Plain JDBC: a few statements are all there is. */
@ApplicationScoped
class ArtifactFileRepository {
  private final Database database;

  ArtifactFileRepository(Database database) {
    this.database = database;
  }

  /** Holds the row until the end of the transaction: two uploads to one path come in turn. */
  void put(ArtifactPath path, Content content) {
    database.update(
        """
        insert into artifact_file (path, size_bytes, sha256, modified_at) values (?, ?, ?, ?)
        on conflict (path) do update set
          size_bytes = excluded.size_bytes,
          sha256 = excluded.sha256,
          modified_at = excluded.modified_at
        """,
        path.value(),
        content.size(),
        content.sha256(),
        stored(content.modifiedAt()));
  }

  /** The hash at a path, which stays until the end of the transaction. */
  Optional<String> lock(ArtifactPath path) {
    return database.find(
        row -> row.text("sha256"),
        "select sha256 from artifact_file where path = ? for update",
        path.value());
  }

  /** Of the file that has this size and time; empty when another hand changed it. */
  Optional<String> sha256(ArtifactPath path, long size, Instant modifiedAt) {
    return database.find(
        row -> row.text("sha256"),
        "select sha256 from artifact_file where path = ? and size_bytes = ? and modified_at = ?",
        path.value(),
        size,
        stored(modifiedAt));
  }

  /** The file, and everything below it where it is a folder. */
  void delete(ArtifactPath path) {
    database.update(
        "delete from artifact_file where path = ? or (path > ? and path < ?)",
        path.value(),
        path.value() + "/",
        path.value() + (char) ('/' + 1));
  }

  /** Postgres keeps microseconds, file systems nanoseconds. */
  private static Instant stored(Instant modifiedAt) {
    return modifiedAt.truncatedTo(ChronoUnit.MICROS);
  }
}
