package io.drivetrain.pipeline.learning.data;

import io.drivetrain.pipeline.api.quality.PreparedData;
import io.drivetrain.pipeline.engine.definition.Sha256;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.RegistryClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps prepared data: in the registry, below the artifacts of the tracking run, where every worker
 * finds it, and as a copy on this machine. Files are named by their SHA-256, so that an attempt
 * that wakes up late cannot write into the file of another one.
 */
@ApplicationScoped
public class PreparedStore {
  private static final String FOLDER = "data/";

  private final RegistryClient registry;
  private final PreparedCache cache;

  public PreparedStore(RegistryClient registry, IngestConfig config) {
    this.registry = registry;
    this.cache = new PreparedCache(config.cacheFolder(), config.cacheTime());
  }

  /** Stores a file, and takes it over as the copy of this machine. */
  PreparedData keep(TrackingRun run, Path parquet) throws IOException {
    String sha256 = Sha256.hex(parquet);
    String path = FOLDER + PreparedCache.name(sha256);
    run.artifact(path, parquet);
    long bytes = Files.size(parquet);
    cache.put(sha256, parquet);
    return new PreparedData(run.artifactUri() + "/" + path, sha256, bytes);
  }

  /**
   * The file on this machine, fetched from the registry if need be; empty when the registry has
   * lost it.
   *
   * @throws StepFailedException when the registry has other bytes than were stored
   */
  Optional<Path> fetch(PreparedData data) throws IOException {
    Optional<Path> copy = cache.find(data.sha256());
    if (copy.isPresent()) {
      return copy;
    }
    Path fetched = cache.temporary();
    try {
      int name = data.uri().lastIndexOf('/');
      registry
          .artifacts()
          .download(data.uri().substring(0, name), data.uri().substring(name + 1), fetched);
      String sha256 = Sha256.hex(fetched);
      if (!sha256.equals(data.sha256())) {
        throw new StepFailedException(
            "The prepared data of this run, %s, has been changed: its SHA-256 is %s, not %s. Start another run."
                .formatted(data.uri(), sha256, data.sha256()));
      }
      return Optional.of(cache.put(sha256, fetched));
    } catch (RegistryClientException failed) {
      if (failed.saysMissing()) {
        return Optional.empty();
      }
      throw failed;
    } finally {
      Files.deleteIfExists(fetched);
    }
  }
}
