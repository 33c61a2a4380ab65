package io.drivetrain.pipeline.database;

import java.sql.SQLException;

/** The database could not be reached, or refused a statement. */
public class DatabaseException extends RuntimeException {
  DatabaseException(SQLException cause) {
    super(cause);
  }
}
