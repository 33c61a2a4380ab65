package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.ArtifactUri;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place inside the artifact store: names parted by single slashes, none of which climbs. An empty
 * path is the root of the store.
 */
public record ArtifactPath(String value) {
  private static final int MAX_BYTES = 2048;
  private static final int MAX_NAME_BYTES = 255;
  private static final int DECODINGS = 4;
  private static final Set<String> NO_NAMES = Set.of("", ".", "..");
  private static final Pattern SCHEME_OR_DRIVE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");

  /** Where uploads grow until they are complete; nobody's artifact. */
  static final String INCOMING = ".incoming";

  /** By which the scripts know that the folder is a store. */
  private static final String MARK = ".drivetrain-models";

  public static final ArtifactPath ROOT = new ArtifactPath("");

  public ArtifactPath {
    if (!value.isEmpty()) {
      check(value);
    }
  }

  /** Of a path that the HTTP layer decoded once, as it is right. A slash at the end is allowed. */
  public static ArtifactPath of(String path) {
    return new ArtifactPath(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** Of a folder that a query names; the root where it names none. */
  public static ArtifactPath ofFolder(String path) {
    return path == null ? ROOT : of(path);
  }

  public static ArtifactPath ofFile(String path) {
    var file = new ArtifactPath(path);
    if (file.isRoot()) {
      throw invalid(path, "it is empty");
    }
    return file;
  }

  /** Of the files of a run or a model that this server keeps. */
  public static ArtifactPath ofUri(String uri) {
    return inThisStore(uri)
        .orElseThrow(() ->
            RegistryException.invalid(
                "The artifacts are at '%s', which only its client can reach.".formatted(uri)));
  }

  public ArtifactPath resolve(String below) {
    if (below.isEmpty()) {
      return this;
    }
    var next = of(below);
    return isRoot() ? next : new ArtifactPath(value + "/" + next.value);
  }

  public boolean isRoot() {
    return value.isEmpty();
  }

  /** This path and the folders that it is in, the root left out. */
  List<String> withFoldersAbove() {
    var places = new ArrayList<String>();
    for (int end = value.indexOf('/'); end >= 0; end = value.indexOf('/', end + 1)) {
      places.add(value.substring(0, end));
    }
    places.add(value);
    return places;
  }

  public List<String> names() {
    return isRoot() ? List.of() : List.of(value.split("/", -1));
  }

  /**
   * Of a URI of this store; empty where the URI is of another one. A host in it is the name that a
   * client knows this server by.
   */
  public static Optional<ArtifactPath> inThisStore(String uri) {
    return uri.startsWith(ArtifactUri.SCHEME + "/")
        ? Optional.of(
            of(uri.substring(ArtifactUri.SCHEME.length()).replaceFirst("^(//[^/]*)?/*", "")))
        : Optional.empty();
  }

  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** Also what it would be if something behind us decoded it again must not climb. */
  private static void check(String path) {
    if (path.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw invalid(path.substring(0, 100) + "...", "it is longer than " + MAX_BYTES + " bytes");
    }
    checkNames(path, path);
    var decoded = path;
    for (int i = 0; i < DECODINGS && decoded.indexOf('%') >= 0; i++) {
      try {
        decoded = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notEncoded) {
        return;
      }
      checkNames(decoded, path);
    }
  }

  private static void checkNames(String path, String asSent) {
    boolean hostile = path.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\');
    if (hostile || SCHEME_OR_DRIVE.matcher(path).matches()) {
      throw Refusal.INVALID_PATH.with();
    }
    for (var name : path.split("/", -1)) {
      if (NO_NAMES.contains(Normalizer.normalize(name, Normalizer.Form.NFKC).strip())) {
        throw Refusal.INVALID_PATH.with();
      }
      if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
        throw invalid(asSent, "a name in it is longer than " + MAX_NAME_BYTES + " bytes");
      }
    }
    int end = path.indexOf('/');
    var first = end < 0 ? path : path.substring(0, end);
    if (isOwn(first)) {
      throw invalid(asSent, "'" + first + "' is reserved");
    }
  }

  /** Whether a name directly below the root is the store's own, also where case does not count. */
  static boolean isOwn(String name) {
    return name.equalsIgnoreCase(INCOMING) || name.equalsIgnoreCase(MARK);
  }

  static RegistryException invalid(String path, String problem) {
    return RegistryException.invalid("Invalid path '%s': %s.".formatted(path, problem));
  }
}
