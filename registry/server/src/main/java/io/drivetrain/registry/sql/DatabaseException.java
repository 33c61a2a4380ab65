package io.drivetrain.registry.sql;

import java.sql.SQLException;

/** The database refused a statement that this server sent: a fault of ours or of the database. */
public final class DatabaseException extends RuntimeException {
  DatabaseException(SQLException cause) {
    super(cause);
  }
}
