package io.drivetrain.registry.client.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.http.Call;
import io.drivetrain.registry.client.http.HttpSettings;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.RegistryHttp;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files that belong to runs and models. An artifact URI is the root ({@code
 * mlflow-artifacts:/1/<run>/artifacts}); paths below it are parted by {@code /}. Every method
 * throws {@link RegistryClientException}, and IllegalArgumentException for a path that could leave
 * the root.
 */
public final class ArtifactClient {
  /** A listing that never ends is a broken server, not a model. */
  private static final int MAX_ENTRIES = 10_000;

  private final RegistryHttp http;
  private final long maxBytes;

  public ArtifactClient(RegistryHttp http, long maxBytes) {
    this.http = http;
    this.maxBytes = maxBytes;
  }

  /** Stores a file, or overwrites it. */
  public void upload(String artifactUri, String path, byte[] content) {
    http.json(ArtifactCalls.upload(file(artifactUri, path), content));
  }

  /**
   * Stores a file from disk as a stream, whatever its size.
   *
   * @throws java.io.UncheckedIOException when the local file does not exist
   */
  public void upload(String artifactUri, String path, Path content) {
    http.json(ArtifactCalls.upload(file(artifactUri, path), content));
  }

  /**
   * Entries of a directory, not of the ones below it; none when it is a file or does not exist.
   *
   * @param path the directory, empty for the root
   */
  public List<ArtifactFile> list(String artifactUri, String path) {
    JsonNode answer = http.json(ArtifactCalls.list(at(artifactUri, path)));
    return artifactFiles(answer).stream().map(entry -> below(path, entry)).toList();
  }

  /**
   * A whole file.
   *
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST; TOO_LARGE above {@link
   *     HttpSettings#maxModelBytes()}
   */
  public byte[] download(String artifactUri, String path) {
    return download(artifactUri, path, maxBytes);
  }

  /**
   * Stores a whole file on disk as a stream, whatever its size. What was in the target is lost.
   *
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST
   */
  public void download(String artifactUri, String path, Path target) {
    http.file(ArtifactCalls.download(file(artifactUri, path)), target);
  }

  /**
   * Every file in a directory and in those below it, by its path relative to that directory.
   *
   * @throws RegistryClientException TOO_LARGE when they are above {@link
   *     HttpSettings#maxModelBytes()} together
   */
  public Map<String, byte[]> downloadAll(String artifactUri, String path) {
    Map<String, byte[]> files = new TreeMap<>();
    long left = maxBytes;
    for (String file : filesBelow(artifactUri, path)) {
      byte[] content = download(artifactUri, file, left);
      left -= content.length;
      files.put(path.isEmpty() ? file : file.substring(path.length() + 1), content);
    }
    return files;
  }

  public byte[] download(String artifactUri, String path, long limitBytes) {
    return http.bytes(ArtifactCalls.download(file(artifactUri, path)), limitBytes);
  }

  /**
   * What a version was registered with: compare the files of a model with it before you use them.
   *
   * @return empty when the server keeps no such list, as MLflow's own does not
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST
   */
  public Optional<PinnedFiles> pinned(String name, String version) {
    return unlessUnknown(ArtifactCalls.pinned(name, version));
  }

  /**
   * What was uploaded to a folder and to those below it.
   *
   * @return empty when the server keeps no such list, as MLflow's own does not
   */
  public Optional<PinnedFiles> uploaded(String artifactUri) {
    return unlessUnknown(ArtifactCalls.uploaded(artifactUri));
  }

  private Optional<PinnedFiles> unlessUnknown(Call call) {
    try {
      JsonNode answer = http.json(call);
      return Optional.of(
          PinnedFiles.of(
              JsonFields.required(answer, "location"),
              JsonFields.list(answer, "files", ArtifactClient::pinnedFile)));
    } catch (RegistryClientException refused) {
      if (refused.saysUnknownEndpoint()) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static PinnedFile pinnedFile(JsonNode node) {
    try {
      return new PinnedFile(
          new ArtifactPath(JsonFields.required(node, "path")).text(),
          JsonFields.whole(node, "size_bytes"),
          JsonFields.required(node, "sha256"));
    } catch (IllegalArgumentException climbing) {
      throw RegistryClientException.unreadable(climbing.getMessage(), climbing);
    }
  }

  private List<String> filesBelow(String artifactUri, String path) {
    List<String> files = new ArrayList<>();
    Deque<String> directories = new ArrayDeque<>(List.of(path));
    int seen = 0;
    while (!directories.isEmpty()) {
      for (ArtifactFile entry : list(artifactUri, directories.pop())) {
        if (++seen > MAX_ENTRIES) {
          throw RegistryClientException.invalidState(
              "%s/%s holds more than %d entries".formatted(artifactUri, path, MAX_ENTRIES));
        }
        if (entry.directory()) {
          directories.push(entry.path());
        } else {
          files.add(entry.path());
        }
      }
    }
    return files;
  }

  /** The wire names entries by their last segment; more than that is a server that climbs. */
  private static ArtifactFile below(String directory, ArtifactFile entry) {
    String name = entry.path();
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("/")) {
      throw RegistryClientException.unreadable("an artifact's name '" + name + "'", null);
    }
    String path = directory.isEmpty() ? name : directory + "/" + name;
    return new ArtifactFile(path, entry.directory(), entry.sizeBytes());
  }

  private static ArtifactPath file(String artifactUri, String path) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("The path of an artifact must not be empty");
    }
    return at(artifactUri, path);
  }

  private static ArtifactPath at(String artifactUri, String path) {
    return ArtifactPath.ofUri(artifactUri).resolve(path);
  }

  private static List<ArtifactFile> artifactFiles(JsonNode node) {
    return JsonFields.list(node, "files", ArtifactClient::artifactFile);
  }

  private static ArtifactFile artifactFile(JsonNode node) {
    return new ArtifactFile(
        JsonFields.required(node, "path"),
        node.path("is_dir").asBoolean(),
        JsonFields.whole(node, "file_size"));
  }
}
