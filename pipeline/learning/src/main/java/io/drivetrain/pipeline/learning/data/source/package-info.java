/** Reads a source file, CSV or Parquet, and gives its cells their meaning by a schema. */
package io.drivetrain.pipeline.learning.data.source;
