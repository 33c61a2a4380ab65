/** The data of a run: read from the source once, prepared, split and kept as Parquet. */
package io.drivetrain.pipeline.learning.data;
