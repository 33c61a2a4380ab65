package io.drivetrain.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs SQL on the application's data source, in the transaction of the caller where there is one.
 * Every method throws {@link DatabaseException} when the database refuses or cannot be reached.
 *
 * <p>Values are bound as what they are: an {@link Instant} as {@code timestamptz}, a {@link
 * Duration} as milliseconds, an enum by its name, a list of texts as {@code text[]}.
 */
@ApplicationScoped
public class Database {
  private final DataSource source;

  public Database(DataSource source) {
    this.source = source;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  public <T> List<T> query(RowReader<T> reader, Sql sql) {
    return prepared(
        sql,
        statement -> {
          try (var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) {
              rows.add(reader.read(row));
            }
            return rows;
          }
        });
  }

  public <T> List<T> query(RowReader<T> reader, String sql, Object... values) {
    return query(reader, Sql.of(sql, values));
  }

  /** The first row. */
  public <T> Optional<T> find(RowReader<T> reader, Sql sql) {
    return query(reader, sql).stream().findFirst();
  }

  /** The first row. */
  public <T> Optional<T> find(RowReader<T> reader, String sql, Object... values) {
    return find(reader, Sql.of(sql, values));
  }

  /** Returns the number of rows that the statement changed. */
  public int update(Sql sql) {
    return prepared(sql, PreparedStatement::executeUpdate);
  }

  /** Returns the number of rows that the statement changed. */
  public int update(String sql, Object... values) {
    return update(Sql.of(sql, values));
  }

  /** A query with what to do with each of its rows. */
  public record Query(Sql sql, RowConsumer rows) {}

  /** Takes one row of a result. */
  @FunctionalInterface
  public interface RowConsumer {
    void accept(Row row) throws SQLException;
  }

  /**
   * Several statements in one round trip, their rows in the order of the queries. Outside of a
   * transaction they are one of their own: all of them, or nothing.
   */
  public void read(Query... queries) {
    prepared(
        Sql.join(";\n", Arrays.stream(queries).map(Query::sql).toList()),
        statement -> {
          statement.execute();
          for (var query : queries) {
            try (var result = statement.getResultSet()) {
              var row = new Row(result);
              while (result != null && result.next()) {
                query.rows().accept(row);
              }
            }
            statement.getMoreResults();
          }
          return null;
        });
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T prepared(Sql sql, Work<T> work) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      int position = 0;
      for (var value : sql.values()) {
        statement.setObject(++position, bindable(value));
      }
      return work.on(statement);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static Object bindable(Object value) {
    return switch (value) {
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case Duration duration -> duration.toMillis();
      case Enum<?> constant -> constant.name();
      case List<?> texts -> texts.toArray(String[]::new);
      case null, default -> value;
    };
  }
}
