package io.drivetrain.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A database as a released program left it: a dump that is loaded before the application starts.
 */
public final class ReleasedDatabase {
  private ReleasedDatabase() {}

  /**
   * The settings of {@link EmbeddedServersResource}, with a database that holds the dump.
   *
   * @param dump a plain dump of Postgres, with inserts
   */
  public static Map<String, String> settings(InputStream dump) {
    Map<String, String> settings = new EmbeddedServersResource().start();
    try (dump;
        var connection =
            DriverManager.getConnection(
                settings.get("DATABASE_URL"),
                settings.get("DATABASE_USER"),
                settings.get("DATABASE_PASSWORD"));
        var statement = connection.createStatement()) {
      statement.execute(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
      return settings;
    } catch (SQLException refused) {
      throw new IllegalStateException("The dump cannot be loaded", refused);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
