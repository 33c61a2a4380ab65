package io.drivetrain.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

/** {@code reset.sql}, run as an outside conformance suite runs it. */
public final class ResetScript {
  private ResetScript() {}

  public static void run(DataSource database) throws IOException, SQLException {
    try (var script = ResetScript.class.getResourceAsStream("/reset.sql");
        var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
