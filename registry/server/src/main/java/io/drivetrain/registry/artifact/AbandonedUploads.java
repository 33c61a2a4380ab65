package io.drivetrain.registry.artifact;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes at start what killed servers left of unfinished uploads. Another server may share the
 * folder, so that only what nobody has written to for long is taken for abandoned.
 */
@ApplicationScoped
class AbandonedUploads {
  private static final Logger LOG = Logger.getLogger(AbandonedUploads.class);

  private final ArtifactConfig config;
  private final Clock clock;

  AbandonedUploads(ArtifactConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent start) {
    var incoming = config.root().resolve(ArtifactPath.INCOMING);
    int removed = remove(incoming, clock.instant().minus(config.abandonedAfter()));
    if (removed > 0) {
      LOG.infof("Removed %d unfinished uploads that were abandoned", removed);
    }
  }

  /** How many there were; what cannot be removed stays and is logged. */
  static int remove(Path incoming, Instant before) {
    int removed = 0;
    for (var upload : children(incoming)) {
      try {
        if (lastWrite(upload).isBefore(before)) {
          FolderTree.delete(upload);
          removed++;
        }
      } catch (IOException e) {
        LOG.warnf("Cannot remove the abandoned upload %s: %s", upload, e.getMessage());
      }
    }
    return removed;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (var children = Files.list(folder)) {
      return children.toList();
    } catch (IOException e) {
      LOG.warnf("Cannot look for abandoned uploads in %s: %s", folder, e.getMessage());
      return List.of();
    }
  }

  /** Of an upload in parts, which is a folder, the last part counts. */
  private static Instant lastWrite(Path upload) throws IOException {
    var last = Files.getLastModifiedTime(upload, NOFOLLOW_LINKS).toInstant();
    for (var part : children(upload)) {
      var written = Files.getLastModifiedTime(part, NOFOLLOW_LINKS).toInstant();
      last = written.isAfter(last) ? written : last;
    }
    return last;
  }
}
