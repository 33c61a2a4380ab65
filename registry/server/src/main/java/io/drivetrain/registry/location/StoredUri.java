package io.drivetrain.registry.location;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place as a client wrote it.
 *
 * @param scheme in lower case; empty for a plain path
 * @param rest what follows the colon, decoded until nothing is left to decode
 */
record StoredUri(String scheme, String rest) {
  private static final Pattern FORM =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(.*)", Pattern.DOTALL);
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern PASSWORD = Pattern.compile("//[^/?#]*:[^/?#]*@.*", Pattern.DOTALL);
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          ".*[?&][^=&]*(password|passwd|secret|token|signature|credential|access_?key|\\bsig)[^=&]*=.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  static StoredUri parse(String uri) {
    var form = FORM.matcher(uri);
    form.matches();
    var scheme = form.group(1) == null ? "" : form.group(1).toLowerCase(Locale.ROOT);
    return new StoredUri(scheme, decoded(form.group(2)));
  }

  /** Several times, because what reads it later may decode again. */
  private static String decoded(String text) {
    var decoded = text;
    String encoded;
    do {
      encoded = decoded;
      var escapes = NO_ESCAPE.matcher(encoded.replace("+", "%2B")).replaceAll("%25");
      decoded = URLDecoder.decode(escapes, StandardCharsets.UTF_8);
    } while (decoded.length() < encoded.length());
    return decoded;
  }

  /** For a message about a place that must not be shown. */
  String masked() {
    return isPlain() ? "..." : scheme + ":...";
  }

  boolean isPlain() {
    return scheme.isEmpty();
  }

  boolean isAbsolute() {
    return rest.startsWith("/");
  }

  /** Whether it may lead out of the place that it names, wherever the dots stand. */
  boolean climbs() {
    return rest.chars().anyMatch(c -> c == '\\' || c < ' ' || c == 0x7f)
        || Arrays.asList(rest.split("[/?&=#;]", -1)).contains("..");
  }

  boolean hasFragmentOrParameters() {
    return rest.indexOf('#') >= 0 || rest.indexOf(';') >= 0;
  }

  /** Whether it would hand a password or a signed link to everyone who reads the registry. */
  boolean hasCredentials() {
    return PASSWORD.matcher(rest).matches() || SECRET_PARAMETER.matcher(rest).matches();
  }

  /** The path without host, query and slashes at its ends; empty when nothing is left. */
  String path() {
    return rest.replaceFirst("(?s)[?#].*", "")
        .replaceFirst("^//[^/]*", "")
        .replaceAll("^/+|/+$", "");
  }

  boolean namesItsOwnFolder() {
    return Arrays.asList(path().split("/+", -1)).contains(".");
  }

  /** The folder of a machine; empty for one of another host. */
  Optional<String> localPath() {
    var path = rest.replaceFirst("^//localhost(?=/)", "").replaceFirst("^///", "/");
    return path.startsWith("//") || !path.startsWith("/") ? Optional.empty() : Optional.of(path);
  }
}
