package io.drivetrain.registry.artifact;

import io.drivetrain.database.Database;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Reads every file of the store anew and names what is not as the database says: files that are
 * missing or changed, and files that it does not know. One run at a time.
 */
@ApplicationScoped
public class StoreVerification {
  private static final int BATCH = 500;

  /** How long an upload may lie there before its row is committed. */
  private static final Duration UPLOAD = Duration.ofMinutes(1);

  private final Database database;
  private final ArtifactStore store;
  private final ArtifactFileRepository files;
  private final PinRepository pins;
  private final FileCheck check;
  private final Clock clock;
  private final Semaphore running = new Semaphore(1);

  StoreVerification(
      Database database,
      ArtifactStore store,
      ArtifactFileRepository files,
      PinRepository pins,
      FileCheck check,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.files = files;
    this.pins = pins;
    this.check = check;
    this.clock = clock;
  }

  private static final class Tally {
    long files;
    long bytes;
    long differences;
  }

  /** Called before the answer begins. */
  public void begin() {
    if (!running.tryAcquire()) {
      throw RegistryException.exhausted("The store is being verified already. Try again later.");
    }
  }

  /** A line for each difference, and a last one that says how many there are. */
  public void write(PrintWriter lines) throws IOException {
    try {
      var tally = new Tally();
      checkRecorded(lines, tally);
      findUnknown(lines, tally);
      lines.printf(
          "verified %d files, %d bytes: %d differ%n", tally.files, tally.bytes, tally.differences);
      lines.flush();
    } finally {
      running.release();
    }
  }

  private void checkRecorded(PrintWriter lines, Tally tally) throws IOException {
    var batch = recordedAfter("", "");
    while (!batch.isEmpty()) {
      for (var file : batch) {
        tally.files++;
        tally.bytes += file.sizeBytes();
        var problem = check.difference(file);
        if (problem.isPresent() && isStillSaid(file)) {
          report(lines, tally, "'%s' %s", file.path(), problem.get());
        }
      }
      batch = recordedAfter(batch.getLast().path(), batch.getLast().sha256());
    }
  }

  private void findUnknown(PrintWriter lines, Tally tally) throws IOException {
    check.walk(
        ArtifactPath.ROOT,
        path -> {
          if (!files.isKnown(path) && isAtRest(path)) {
            report(lines, tally, "'%s' %s", path.value(), "was not written by the registry");
          }
        });
  }

  /** An upload that is just being published has no row yet that others can see. */
  private boolean isAtRest(ArtifactPath path) {
    try (var file = store.open(path).orElse(null)) {
      return file != null && file.modifiedAt().isBefore(clock.instant().minus(UPLOAD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void report(PrintWriter lines, Tally tally, String format, String... values) {
    tally.differences++;
    lines.printf(format + "%n", (Object[]) values);
    lines.flush();
    if (lines.checkError()) {
      throw new UncheckedIOException(new IOException("The one who asked is gone"));
    }
  }

  /** What was replaced or deleted since it was read from the database is no difference. */
  private boolean isStillSaid(RecordedFile file) {
    var path = ArtifactPath.ofFile(file.path());
    return pins.sha256(path).isPresent()
        || files.sha256(path).filter(file.sha256()::equals).isPresent();
  }

  /** What was uploaded, and what versions pin: two rows where they are not the same. */
  private List<RecordedFile> recordedAfter(String path, String sha256) {
    return database.query(
        row -> new RecordedFile(row.text("path"), row.number("size_bytes"), row.text("sha256")),
        """
        select path, size_bytes, sha256 from (
          (select path, size_bytes, sha256 from artifact_file where (path, sha256) > (?, ?)
            order by path, sha256 limit ?)
          union
          (select v.place || '/' || f.path, f.size_bytes, f.sha256
            from model_version_file f join model_version v on v.id = f.model_version
            where (v.place || '/' || f.path, f.sha256) > (?, ?)
            order by 1, 3 limit ?)
        ) recorded
        order by path, sha256 limit ?
        """,
        path,
        sha256,
        BATCH,
        path,
        sha256,
        BATCH,
        BATCH);
  }
}
