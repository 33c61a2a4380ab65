package io.drivetrain.pipeline.learning.data.duckdb;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What reading a data file may take of the machine. */
@ConfigMapping(prefix = "drivetrain.ingest")
public interface IngestConfig {
  /**
   * Memory beside the Java heap that DuckDB may take while it reads a file, such as 512M; what does
   * not fit goes to the spill folder. Environment: DRIVETRAIN_INGEST_MEMORY_LIMIT.
   */
  @WithDefault("512M")
  MemorySize memoryLimit();

  /**
   * Folder for a copy of the file and for what does not fit into the memory, emptied when the file
   * is read; it may take as much as a few times the file. Environment:
   * DRIVETRAIN_INGEST_SPILL_FOLDER.
   */
  @WithDefault("${java.io.tmpdir}")
  Path spillFolder();

  /**
   * Folder with copies of the prepared data of recent runs, which the registry keeps; another
   * worker fetches them from there. Environment: DRIVETRAIN_INGEST_CACHE_FOLDER.
   */
  @WithDefault("${java.io.tmpdir}/drivetrain-prepared")
  Path cacheFolder();

  /**
   * How long a copy stays that is not used, such as 24h. Environment: DRIVETRAIN_INGEST_CACHE_TIME.
   */
  @WithDefault("24h")
  Duration cacheTime();
}
