package io.drivetrain.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password: 128 random bits in a file that only its owner can read. */
final class SecretFile {
  private static final int BYTES = 16;

  private SecretFile() {}

  /** Makes the password, and its folder, the first time. */
  static String readOrGenerate(Path file) {
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      return generate(file);
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot read or write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Under another name until it is complete: a start may be killed in the middle, a disk full. */
  private static String generate(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    Files.createDirectories(file.getParent(), only("rwx------"));
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, only("rw-------"));
    Files.writeString(unfinished, password + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  private static FileAttribute<?> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
