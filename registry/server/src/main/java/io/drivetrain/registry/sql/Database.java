package io.drivetrain.registry.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plain JDBC for the hot paths, inside the transaction of the caller where there is one. */
@ApplicationScoped
public class Database {
  private final AgroalDataSource dataSource;

  public Database(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Reads one row where the result set stands. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(Sql sql, RowReader<T> reader) {
    return prepared(
        sql,
        statement -> {
          var rows = new ArrayList<T>();
          try (var result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(reader.read(result));
            }
          }
          return rows;
        });
  }

  /** A query with what to do with each of its rows. */
  public record Query(Sql sql, RowConsumer rows) {}

  /** Takes one row where the result set stands. */
  @FunctionalInterface
  public interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
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
              while (result != null && result.next()) {
                query.rows().accept(result);
              }
            }
            statement.getMoreResults();
          }
          return null;
        });
  }

  public <T> Optional<T> first(Sql sql, RowReader<T> reader) {
    return list(sql, reader).stream().findFirst();
  }

  /** How many rows the statement touched. */
  public int update(Sql sql) {
    return prepared(sql, PreparedStatement::executeUpdate);
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T prepared(Sql sql, Work<T> work) {
    try (var connection = dataSource.getConnection();
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
      case List<?> texts -> texts.toArray(String[]::new);
      case null, default -> value;
    };
  }
}
