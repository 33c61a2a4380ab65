package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.artifact.ArtifactPath;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SHA256SUMS file as {@code sha256sum} writes it: {@code <64 hex digits> <path>} a line.
 *
 * @param hashes path to hash, in lower case
 */
record Sha256Sums(Map<String, String> hashes) {
  static final String FILE = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

  Sha256Sums {
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
  }

  /**
   * @param where for messages
   */
  static Sha256Sums parse(byte[] content, String where) {
    Map<String, String> hashes = new TreeMap<>();
    int number = 0;
    for (String line : new String(content, StandardCharsets.UTF_8).split("\r?\n")) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw malformed(where, number, "it must be 64 hexadecimal digits, two blanks and a path");
      }
      if (hashes.put(
              path(matcher.group(2), where, number), matcher.group(1).toLowerCase(Locale.ROOT))
          != null) {
        throw malformed(where, number, "'" + matcher.group(2) + "' is listed twice");
      }
    }
    return new Sha256Sums(hashes);
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private static String path(String path, String where, int number) {
    try {
      return new ArtifactPath(path).text();
    } catch (IllegalArgumentException climbing) {
      throw malformed(where, number, climbing.getMessage());
    }
  }

  private static RegistryClientException malformed(String where, int line, String why) {
    return RegistryClientException.corrupt(
        "%s/%s, line %d: %s. Publish the model again.".formatted(where, FILE, line, why));
  }
}
