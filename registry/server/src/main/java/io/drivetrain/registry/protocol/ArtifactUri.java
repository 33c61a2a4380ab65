package io.drivetrain.registry.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of the places that clients may name for files. */
public final class ArtifactUri {
  /** Of the files that this server keeps. */
  public static final String SCHEME = "mlflow-artifacts:";

  private static final int MAX_LENGTH = 2048;
  private static final int DECODINGS = 4;
  private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):/+([^/].*)");

  /** Stores that a client reads and writes itself. Files of this machine are never among them. */
  private static final Set<String> SCHEMES =
      Set.of("mlflow-artifacts", "s3", "gs", "abfss", "wasbs", "hdfs", "http", "https");

  private ArtifactUri() {}

  /** Where an experiment's files go: empty when the client leaves it to the server. */
  public static String checkedLocation(String location) {
    if (location == null || location.isEmpty()) {
      return "";
    }
    check("artifact_location", location);
    return location;
  }

  /** Refuses what could lead out of the place that it names. */
  public static void check(String parameter, String uri) {
    Fields.maxLength(parameter, uri, MAX_LENGTH);
    var form = FORM.matcher(uri);
    if (!form.matches() || !SCHEMES.contains(form.group(1).toLowerCase(Locale.ROOT))) {
      throw RegistryException.invalid(
          "Invalid %s '%s': expected a URI with one of the schemes %s."
              .formatted(parameter, uri, SCHEMES.stream().sorted().toList()));
    }
    if (climbs(form.group(2))) {
      throw RegistryException.invalid(
          "Invalid %s '%s': it must not hold '..', a fragment, path parameters or a backslash."
              .formatted(parameter, uri));
    }
  }

  /** Decodes several times, because what reads it later may decode again. */
  private static boolean climbs(String path) {
    var decoded = path;
    for (int i = 0; i < DECODINGS; i++) {
      if (decoded.chars().anyMatch(c -> c == '\\' || c == '#' || c == ';' || c < ' ')
          || Arrays.asList(decoded.split("[/?&=]", -1)).contains("..")) {
        return true;
      }
      try {
        decoded = URLDecoder.decode(decoded, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notEncoded) {
        return false;
      }
    }
    return false;
  }
}
