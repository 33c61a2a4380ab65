/** The only door to DuckDB: in memory, limited, without access to anything but named files. */
package io.drivetrain.pipeline.learning.data.duckdb;
