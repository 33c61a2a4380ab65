package io.drivetrain.registry.artifact;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The Content-Disposition of a download, quoted as MLflow's server does: a plain name stands bare,
 * one with spaces and the like in quotes, and one beyond ASCII in UTF-8 behind a plain one (RFC
 * 6266).
 */
final class Attachment {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+");
  private static final String UNRESERVED = "!#$&+-.^_`|~";

  private Attachment() {}

  static String named(String fileName) {
    if (fileName.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return "attachment; filename=" + quoted(fileName);
    }
    var plain = Normalizer.normalize(fileName, Normalizer.Form.NFKD).replaceAll("[^ -~]", "");
    return "attachment; filename=" + quoted(plain) + "; filename*=UTF-8''" + encoded(fileName);
  }

  private static String quoted(String name) {
    return TOKEN.matcher(name).matches()
        ? name
        : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append("%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }
}
