package io.drivetrain.pipeline.learning.data;

import io.drivetrain.pipeline.engine.definition.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies of files that are kept elsewhere, named by their SHA-256. */
final class PreparedCache {
  private static final String SUFFIX = ".parquet";

  private final Path folder;
  private final Duration keep;

  /**
   * @param keep how long a copy stays that is not used
   */
  PreparedCache(Path folder, Duration keep) {
    this.folder = folder;
    this.keep = keep;
  }

  static String name(String sha256) {
    return sha256 + SUFFIX;
  }

  /** The copy with these bytes; one that was damaged is deleted. */
  Optional<Path> find(String sha256) throws IOException {
    Path copy = folder.resolve(name(sha256));
    if (!Files.isRegularFile(copy)) {
      return Optional.empty();
    }
    if (!Sha256.hex(copy).equals(sha256)) {
      Files.deleteIfExists(copy);
      return Optional.empty();
    }
    Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
    return Optional.of(copy);
  }

  /** Takes a file over, and deletes the copies that were not used for long. */
  Path put(String sha256, Path file) throws IOException {
    Files.createDirectories(folder);
    deleteOld();
    Path copy = folder.resolve(name(sha256));
    Path beside = temporary();
    Files.move(file, beside, StandardCopyOption.REPLACE_EXISTING);
    return Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A new file beside the copies. */
  Path temporary() throws IOException {
    return Files.createTempFile(Files.createDirectories(folder), "prepared-", ".part");
  }

  private void deleteOld() throws IOException {
    Instant oldest = Instant.now().minus(keep);
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(PreparedCache::isOurs).toList();
    }
    for (Path file : files) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException _) {
        // Another worker on this machine deleted it.
      }
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) || name.endsWith(".part");
  }
}
