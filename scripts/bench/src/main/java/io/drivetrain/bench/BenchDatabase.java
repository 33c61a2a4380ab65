package io.drivetrain.bench;

import io.drivetrain.embedded.LocalPostgres;
import io.drivetrain.embedded.PostgresSettings;
import io.drivetrain.embedded.ServerPrograms;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Postgres of a benchmark's own, with durable commits as in production. */
public final class BenchDatabase implements AutoCloseable {
  private static final String DATABASE = "drivetrain";

  private final PostgresSettings settings;
  private final String schema;
  private LocalPostgres postgres;
  private boolean isClosed;

  /**
   * Starts the server.
   *
   * @param folder of its files; what a former benchmark left there is used again
   * @param schema of the application that is measured
   */
  public BenchDatabase(Path folder, ServerPrograms programs, String schema) {
    this.settings = new PostgresSettings(folder, programs, FreePorts.next(), true);
    this.schema = schema;
    start();
  }

  private void start() {
    postgres = LocalPostgres.start(settings);
    postgres.createDatabase(DATABASE);
  }

  /** Cuts all connections; what is not committed is lost. Returns the moment when it was down. */
  public synchronized Instant restart() {
    postgres.close();
    Instant down = Instant.now();
    start();
    return down;
  }

  /** The environment variables by which an application finds this database. */
  public Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL", postgres.jdbcUrl(DATABASE),
        "DATABASE_USER", LocalPostgres.USER,
        "DATABASE_PASSWORD", postgres.password());
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(DATABASE) + "?currentSchema=" + schema,
        LocalPostgres.USER,
        postgres.password());
  }

  /** The first column of the rows of a query. */
  public List<Double> numbers(String sql, Object... arguments) throws SQLException {
    return column(ResultSet::getDouble, sql, arguments);
  }

  /** The first column of the rows of a query. */
  public List<String> texts(String sql, Object... arguments) throws SQLException {
    return column(ResultSet::getString, sql, arguments);
  }

  public long count(String sql, Object... arguments) throws SQLException {
    return numbers(sql, arguments).getFirst().longValue();
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private interface Column<T> {
    T of(ResultSet row, int index) throws SQLException;
  }

  private <T> List<T> column(Column<T> column, String sql, Object... arguments)
      throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<T> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(column.of(rows, 1));
        }
      }
      return values;
    }
  }

  /** Does nothing the second time: a benchmark may end while it is interrupted. */
  @Override
  public synchronized void close() {
    if (!isClosed) {
      postgres.close();
      isClosed = true;
    }
  }
}
