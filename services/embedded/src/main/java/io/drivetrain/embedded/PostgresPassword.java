package io.drivetrain.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** The password of the user {@code postgres}, which only the supervisor needs. */
final class PostgresPassword {
  private PostgresPassword() {}

  static String readOrGenerate(Path file, boolean databaseExists) {
    if (databaseExists && !Files.exists(file)) {
      throw new EmbeddedServerException(
          "%s is gone, nobody can log in to the database beside it: put the file back, or start anew with scripts/reset-stack.sh."
              .formatted(file));
    }
    return SecretFile.readOrGenerate(file);
  }
}
