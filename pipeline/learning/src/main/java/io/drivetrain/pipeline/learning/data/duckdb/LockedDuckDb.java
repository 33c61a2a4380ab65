package io.drivetrain.pipeline.learning.data.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB in memory that reaches nothing outside of itself: no network, no extensions, no file
 * except those that it was opened for. Its settings cannot be changed any more.
 */
public final class LockedDuckDb implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Path spill;

  private LockedDuckDb(DuckDBConnection connection, Path spill) {
    this.connection = connection;
    this.spill = spill;
  }

  /** Opens one within the memory limit of {@code config}, which may read and write these files. */
  public static LockedDuckDb open(IngestConfig config, Path... files)
      throws SQLException, IOException {
    return open(config, new Properties(), files);
  }

  /**
   * The same for results of any size: they are not collected before they are read. A connection
   * answers one query at a time; {@link #other} opens a second one.
   */
  public static LockedDuckDb streaming(IngestConfig config, Path... files)
      throws SQLException, IOException {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    return open(config, properties, files);
  }

  private static LockedDuckDb open(IngestConfig config, Properties properties, Path... files)
      throws SQLException, IOException {
    // A folder of its own: DuckDB may read whatever lies in the one that it spills to.
    Path folder = Files.createDirectories(config.spillFolder());
    Path spill = Files.createTempDirectory(folder, "duckdb-");
    LockedDuckDb duckDb =
        new LockedDuckDb(
            (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", properties), spill);
    duckDb.execute("set memory_limit = '%dB'".formatted(config.memoryLimit().asLongValue()));
    duckDb.execute("set temp_directory = " + text(spill.toString()));
    duckDb.execute("set autoinstall_known_extensions = false");
    duckDb.execute("set autoload_known_extensions = false");
    duckDb.execute(
        Stream.of(files)
            .map(file -> text(file.toString()))
            .collect(Collectors.joining(", ", "set allowed_paths = [", "]")));
    duckDb.execute("set enable_external_access = false");
    duckDb.execute("set lock_configuration = true");
    return duckDb;
  }

  /** Another connection to the same tables; to be closed before this is. */
  public DuckDBConnection other() throws SQLException {
    return connection.duplicate();
  }

  public DuckDBConnection connection() {
    return connection;
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    Files.deleteIfExists(spill);
  }

  /** A value as SQL writes it. */
  public static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A name as SQL writes it. */
  public static String name(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }
}
