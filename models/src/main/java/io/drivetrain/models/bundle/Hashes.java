package io.drivetrain.models.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code SHA256SUMS}: one line for each other file, as {@code sha256sum} writes it. */
record Hashes(SequencedMap<String, String> byFile) {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9_.]{1,64})");

  static Hashes of(Map<String, byte[]> files) {
    SequencedMap<String, String> byFile = new TreeMap<>();
    files.forEach((name, bytes) -> byFile.put(name, sha256(bytes)));
    return new Hashes(byFile);
  }

  static Hashes read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    SequencedMap<String, String> byFile = new TreeMap<>();
    int offset = 0;
    while (offset < text.length()) {
      int end = text.indexOf('\n', offset);
      Matcher line = LINE.matcher(text.substring(offset, end < 0 ? text.length() : end));
      if (end < 0 || !line.matches() || byFile.put(line.group(2), line.group(1)) != null) {
        throw BundleException.at(
            BundleFormat.HASHES,
            "byte " + offset,
            "no line of the form \"<64 hex digits>  <file>\", or a file for the second time",
            BundleFormat.DAMAGED);
      }
      offset = end + 1;
    }
    return new Hashes(byFile);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    byFile.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
    return text.toString();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
