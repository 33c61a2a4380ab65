package io.drivetrain.pipeline.learning.data.duckdb;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/** Little memory, and folders of the test. */
public record ReadingLimits(Path spillFolder, Path cacheFolder) implements IngestConfig {

  /** Both below a folder of the test. */
  public ReadingLimits(Path folder) {
    this(folder, folder.resolve("cache"));
  }

  @Override
  public MemorySize memoryLimit() {
    return new MemorySize(BigInteger.valueOf(128 << 20));
  }

  @Override
  public Duration cacheTime() {
    return Duration.ofHours(1);
  }
}
