package io.drivetrain.pipeline.learning.data;

import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has just been read and prepared. To be closed, which deletes the prepared data unless
 * a {@link PreparedStore} has taken it over.
 *
 * @param table what is known of the file beside its rows
 * @param parquet the prepared data, see {@link PreparedColumns}
 */
public record PreparedSource(DataTable table, Path parquet, LearningData data)
    implements AutoCloseable {

  @Override
  public void close() {
    try {
      Files.deleteIfExists(parquet);
      Files.deleteIfExists(parquet.getParent());
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }
}
