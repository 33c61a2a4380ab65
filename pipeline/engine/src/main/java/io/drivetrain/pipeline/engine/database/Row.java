package io.drivetrain.pipeline.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** One row of an answer, by column name. Text, instants and constants may be null. */
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  public String text(String column) throws SQLException {
    return rows.getString(column);
  }

  /** A column of type text[]. */
  public List<String> texts(String column) throws SQLException {
    return List.of((String[]) rows.getArray(column).getArray());
  }

  public byte[] bytes(String column) throws SQLException {
    return rows.getBytes(column);
  }

  public int integer(String column) throws SQLException {
    return rows.getInt(column);
  }

  public long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  public Double decimal(String column) throws SQLException {
    return rows.getObject(column, Double.class);
  }

  public boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  public UUID uuid(String column) throws SQLException {
    return rows.getObject(column, UUID.class);
  }

  /** A column of milliseconds. */
  public Duration millis(String column) throws SQLException {
    return Duration.ofMillis(rows.getLong(column));
  }

  public Instant instant(String column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
    String name = rows.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }
}
