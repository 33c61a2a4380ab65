package io.drivetrain.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the user {@code postgres}: 128 random bits in a file that only its owner can
 * read.
 */
final class PostgresPassword {
  private PostgresPassword() {}

  static String readOrGenerate(Path file, boolean databaseExists) {
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      if (databaseExists) {
        throw new EmbeddedServerException(
            "%s is gone, nobody can log in to the database beside it: put the file back, or start anew with scripts/reset-stack.sh."
                .formatted(file));
      }
      return generate(file);
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot read or write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String generate(Path file) throws IOException {
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    return password;
  }
}
