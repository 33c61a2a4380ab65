package io.drivetrain.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The roles of the applications in a database, none of them a superuser: {@code registry_owner} has
 * the schema {@code registry} and migrates it, {@code registry} reads and writes its rows; likewise
 * for the pipeline and the web application.
 *
 * @param passwords of each role
 */
public record DatabaseRoles(Map<String, String> passwords) {
  /** Also run by the containers of {@code docker-compose-full.yml}. */
  private static final String SCRIPT = "roles.sql";

  private static final List<String> NAMES =
      List.of("registry_owner", "registry", "pipeline_owner", "pipeline", "webui_owner", "webui");

  public DatabaseRoles {
    passwords = Map.copyOf(passwords);
  }

  /** With the passwords of a folder, a file for each role. Those that are missing are made. */
  public static DatabaseRoles in(Path folder) {
    Map<String, String> passwords = new LinkedHashMap<>();
    NAMES.forEach(name -> passwords.put(name, SecretFile.readOrGenerate(folder.resolve(name))));
    return new DatabaseRoles(passwords);
  }

  /**
   * Makes what is missing, and hands over what the superuser of an earlier release still owns.
   *
   * @throws EmbeddedServerException if the database refuses
   */
  public void applyTo(LocalPostgres postgres, String database) {
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> password : passwords.entrySet()) {
        set(connection, "drivetrain." + password.getKey(), password.getValue());
      }
      statement.execute(script());
    } catch (SQLException | IOException e) {
      throw new EmbeddedServerException(
          "Cannot prepare the roles of the database %s: %s".formatted(database, e.getMessage()), e);
    }
  }

  private static void set(Connection connection, String name, String value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config(?, ?, false)")) {
      statement.setString(1, name);
      statement.setString(2, value);
      statement.execute();
    }
  }

  private static String script() throws IOException {
    try (InputStream script = DatabaseRoles.class.getResourceAsStream(SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
