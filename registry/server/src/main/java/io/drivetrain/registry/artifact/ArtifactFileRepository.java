package io.drivetrain.registry.artifact;

import io.drivetrain.database.Database;
import io.drivetrain.registry.artifact.ArtifactStore.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Sizes and hashes by path. Plain JDBC: a few statements are all there is. */
@ApplicationScoped
class ArtifactFileRepository {
  private final Database database;

  ArtifactFileRepository(Database database) {
    this.database = database;
  }

  /**
   * Whether there was none of this path, also of an upload that runs beside this one. Holds the row
   * until the end of the transaction.
   */
  boolean add(ArtifactPath path, Content content) {
    return database.update(
            """
            insert into artifact_file (path, size_bytes, sha256, modified_at) values (?, ?, ?, ?)
            on conflict (path) do nothing
            """,
            path.value(),
            content.size(),
            content.sha256(),
            stored(content.modifiedAt()))
        == 1;
  }

  void replace(ArtifactPath path, Content content) {
    database.update(
        "update artifact_file set size_bytes = ?, sha256 = ?, modified_at = ? where path = ?",
        content.size(),
        content.sha256(),
        stored(content.modifiedAt()),
        path.value());
  }

  /** The hash at a path, which stays until the end of the transaction. */
  Optional<String> lock(ArtifactPath path) {
    return database.find(
        row -> row.text("sha256"),
        "select sha256 from artifact_file where path = ? for update",
        path.value());
  }

  boolean isKnown(ArtifactPath path) {
    return sha256(path).isPresent();
  }

  Optional<String> sha256(ArtifactPath path) {
    return database.find(
        row -> row.text("sha256"), "select sha256 from artifact_file where path = ?", path.value());
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

  /** The files in a folder and in those below it, by path. */
  List<RecordedFile> below(ArtifactPath folder, int limit) {
    return database.query(
        row -> new RecordedFile(row.text("path"), row.number("size_bytes"), row.text("sha256")),
        """
        select path, size_bytes, sha256 from artifact_file where path > ? and path < ?
        order by path limit ?
        """,
        folder.value() + "/",
        firstBehind(folder),
        limit);
  }

  /** The file, and everything below it where it is a folder. How many there were. */
  int delete(ArtifactPath path) {
    return database.update(
        "delete from artifact_file where path = ? or (path > ? and path < ?)",
        path.value(),
        path.value() + "/",
        firstBehind(path));
  }

  private static String firstBehind(ArtifactPath folder) {
    return folder.value() + (char) ('/' + 1);
  }

  /** Postgres keeps microseconds, file systems nanoseconds. */
  private static Instant stored(Instant modifiedAt) {
    return modifiedAt.truncatedTo(ChronoUnit.MICROS);
  }
}
