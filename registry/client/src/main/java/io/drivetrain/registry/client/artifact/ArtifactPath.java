package io.drivetrain.registry.client.artifact;

import io.drivetrain.registry.client.http.PercentEncoding;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A path below the root of the registry's artifact store, without a slash at either end; empty for
 * the root itself. Names that could climb out of a directory are refused here and not left to the
 * server.
 */
public record ArtifactPath(String text) {
  private static final String SCHEME = "mlflow-artifacts:";

  public ArtifactPath {
    for (String segment : segments(text)) {
      boolean climbs = segment.isEmpty() || segment.equals(".") || segment.equals("..");
      if (climbs || segment.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
        throw new IllegalArgumentException(
            "Artifact path '%s' must be names parted by '/', without '.', '..', '\\' and control characters"
                .formatted(text));
      }
    }
  }

  /**
   * Reads {@code mlflow-artifacts:/1/<run>/artifacts}; other stores are not reachable from here.
   */
  public static ArtifactPath ofUri(String artifactUri) {
    String rest = artifactUri.startsWith(SCHEME) ? artifactUri.substring(SCHEME.length()) : "";
    if (!rest.startsWith("/") || rest.startsWith("//")) {
      throw new IllegalArgumentException(
          "Cannot read artifacts at '%s': this client reads only what the registry itself stores (mlflow-artifacts:/...)"
              .formatted(artifactUri));
    }
    return new ArtifactPath(trim(rest));
  }

  /** The path of an entry below this one; empty text is this one itself. */
  ArtifactPath resolve(String relative) {
    if (relative.isEmpty()) {
      return this;
    }
    new ArtifactPath(relative);
    return text.isEmpty() ? new ArtifactPath(relative) : new ArtifactPath(text + "/" + relative);
  }

  String encoded() {
    return Arrays.stream(segments(text)).map(PercentEncoding::of).collect(Collectors.joining("/"));
  }

  private static String[] segments(String text) {
    return text.isEmpty() ? new String[0] : text.split("/", -1);
  }

  private static String trim(String path) {
    String start = path.startsWith("/") ? path.substring(1) : path;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
  }
}
