package io.drivetrain.pipeline.learning.data.source;

/** What a data file is, told by its first bytes and never by its name. */
public enum FileFormat {
  CSV,
  PARQUET
}
