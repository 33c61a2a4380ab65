package io.drivetrain.pipeline.learning.data.duckdb;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;

/** Little memory, and a folder of the test. */
public record ReadingLimits(Path spillFolder) implements IngestConfig {
  @Override
  public MemorySize memoryLimit() {
    return new MemorySize(BigInteger.valueOf(128 << 20));
  }
}
