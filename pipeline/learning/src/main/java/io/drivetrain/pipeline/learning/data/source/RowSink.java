package io.drivetrain.pipeline.learning.data.source;

import java.sql.SQLException;

/** Takes the rows of a file, one after the other, in the order of the file. */
@FunctionalInterface
public interface RowSink {
  void add(DataRow row) throws SQLException;
}
