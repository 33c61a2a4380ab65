package io.drivetrain.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One row of a result, by column name, or by position (from 1) where a query has many rows. Text,
 * bytes, instants, UUIDs and constants may be null; numbers that may be null are read by {@link
 * #value}.
 */
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  public String text(String column) throws SQLException {
    return rows.getString(column);
  }

  public String text(int position) throws SQLException {
    return rows.getString(position);
  }

  /** A column of type text[] that is not null. */
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

  public long number(int position) throws SQLException {
    return rows.getLong(position);
  }

  public double decimal(String column) throws SQLException {
    return rows.getDouble(column);
  }

  public double decimal(int position) throws SQLException {
    return rows.getDouble(position);
  }

  public boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  public boolean flag(int position) throws SQLException {
    return rows.getBoolean(position);
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

  /** As the type of Java that the driver knows for the column; may be null. */
  public <T> T value(Class<T> type, String column) throws SQLException {
    return rows.getObject(column, type);
  }
}
