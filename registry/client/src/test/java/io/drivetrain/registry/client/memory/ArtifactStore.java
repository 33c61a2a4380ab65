package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.HttpDouble;
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

  private final Map<String, byte[]> files = new TreeMap<>();

  Map<String, byte[]> files() {
    return files;
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
    if (endpoint.equals(LIST)) {
      return Optional.of(HttpDouble.json(list(Routes.content(request)).toString()));
    }
    if (endpoint.startsWith(DOWNLOAD)) {
      return Optional.of(download(Routes.decoded(endpoint.substring(DOWNLOAD.length()))));
    }
    if (endpoint.startsWith(UPLOAD)) {
      files.put(Routes.decoded(endpoint.substring(UPLOAD.length())), request.body());
      return Optional.of(HttpDouble.json("{}"));
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
}
