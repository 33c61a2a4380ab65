package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.artifact.PinnedFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files by their path in the store: {@code 1/<run>/artifacts/model/MLmodel}. */
final class ArtifactStore {
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";
  private static final String LIST = "GET " + ARTIFACTS;
  private static final String DOWNLOAD = LIST + "/";
  private static final String UPLOAD = "PUT " + ARTIFACTS + "/";

  private static final String UPLOADED = "GET /api/v1/artifacts/files";

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, PinnedFile> recorded = new TreeMap<>();
  private boolean keepsHashes = true;

  /** What lies on the disk. */
  Map<String, byte[]> files() {
    return files;
  }

  void keepNoHashes() {
    keepsHashes = false;
  }

  /** Stores a file, and keeps its hash. */
  void upload(String path, byte[] content) {
    files.put(path, content);
    recorded.put(path, new PinnedFile(path, content.length, sha256(content)));
  }

  /** What was uploaded to a folder, by paths relative to it, as the server lists it. */
  List<ObjectNode> recordedBelow(String location) {
    String folder = location.replaceFirst("^mlflow-artifacts:/", "") + "/";
    return recorded.values().stream()
        .filter(file -> file.path().startsWith(folder))
        .map(file ->
            Wire.object()
                .put("path", file.path().substring(folder.length()))
                .put("size_bytes", file.sizeBytes())
                .put("sha256", file.sha256()))
        .toList();
  }

  /** The paths below a folder, relative to it; the folder with a slash at the end. */
  List<String> below(String folder) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(folder))
        .map(path -> path.substring(folder.length()))
        .toList();
  }

  /** Empty for a request that is not for the store. */
  Optional<HttpDouble.Answer> answer(HttpDouble.Request request) {
    String endpoint = request.endpoint();
    if (!keepsHashes && endpoint.startsWith("GET /api/v1/")) {
      throw Refusal.unknownEndpoint(endpoint);
    }
    if (endpoint.equals(LIST)) {
      return Optional.of(HttpDouble.json(list(Routes.content(request)).toString()));
    }
    if (endpoint.startsWith(DOWNLOAD)) {
      return Optional.of(download(Routes.decoded(endpoint.substring(DOWNLOAD.length()))));
    }
    if (endpoint.startsWith(UPLOAD)) {
      upload(Routes.decoded(endpoint.substring(UPLOAD.length())), request.body());
      return Optional.of(HttpDouble.json("{}"));
    }
    if (endpoint.equals(UPLOADED)) {
      String location = Wire.text(Routes.content(request), "location");
      ObjectNode answer = Wire.object().put("location", location);
      answer.putArray("files").addAll(recordedBelow(location));
      return Optional.of(HttpDouble.json(answer.toString()));
    }
    return Optional.empty();
  }

  private HttpDouble.Answer download(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw Refusal.missing("No artifact at path '%s'.".formatted(path));
    }
    return HttpDouble.answer(200, "application/octet-stream", content, Map.of());
  }

  private JsonNode list(JsonNode request) {
    String path = Wire.text(request, "path");
    String folder = path.isEmpty() ? "" : path + "/";
    Map<String, ObjectNode> entries = new TreeMap<>();
    for (String file : below(folder)) {
      String name = file.replaceFirst("/.*", "");
      boolean directory = file.contains("/");
      ObjectNode entry = Wire.object().put("path", name).put("is_dir", directory);
      if (!directory) {
        entry.put("file_size", files.get(folder + file).length);
      }
      entries.put(name, entry);
    }
    ObjectNode answer = Wire.object();
    answer.putArray("files").addAll(entries.values());
    return answer;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
