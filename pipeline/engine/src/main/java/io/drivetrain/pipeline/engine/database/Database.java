package io.drivetrain.pipeline.engine.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SQL without a mapping: the guards of the engine (fences, leases, SKIP LOCKED) are in the
 * statements, and a reader must see them. Joins the transaction of the caller.
 */
@ApplicationScoped
public class Database {
  private final AgroalDataSource source;

  public Database(AgroalDataSource source) {
    this.source = source;
  }

  /** Reads one row of an answer. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  public <T> List<T> query(RowReader<T> reader, String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        Row row = new Row(rows);
        while (rows.next()) {
          found.add(reader.read(row));
        }
        return found;
      }
    } catch (SQLException error) {
      throw new DatabaseException(error);
    }
  }

  /** The first row. */
  public <T> Optional<T> find(RowReader<T> reader, String sql, Object... arguments) {
    return query(reader, sql, arguments).stream().findFirst();
  }

  /** Returns the number of rows that were changed. */
  public int update(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException error) {
      throw new DatabaseException(error);
    }
  }

  private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case Enum<?> constant -> statement.setString(i + 1, constant.name());
        case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
        case Duration duration -> statement.setLong(i + 1, duration.toMillis());
        case null -> statement.setObject(i + 1, null);
        default -> statement.setObject(i + 1, arguments[i]);
      }
    }
  }
}
