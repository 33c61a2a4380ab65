package io.drivetrain.pipeline.engine.database;

import java.sql.SQLException;
import java.util.Objects;

/** The database could not be reached, or refused a statement. */
public class DatabaseException extends RuntimeException {
  /** Class of SQLSTATE: connection exception. The pool's own errors have no state. */
  private static final String UNREACHABLE = "08";

  /** Class of SQLSTATE: operator intervention, sub-class P. */
  private static final String SHUTTING_DOWN = "57P";

  private final String state;

  DatabaseException(SQLException cause) {
    super(cause);
    this.state = Objects.requireNonNullElse(cause.getSQLState(), UNREACHABLE);
  }

  /** Whether another try may help: no connection, or a server that starts or stops. */
  public boolean isUnreachable() {
    return state.startsWith(UNREACHABLE) || state.startsWith(SHUTTING_DOWN);
  }
}
