package io.drivetrain.registry.client.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.HttpDouble;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A registry of one model in memory, as far as a model source reads it. */
public final class ModelRegistryDouble implements AutoCloseable {
  public static final String RUN = "9e9b6fe66a2742f1afaae025d2f0eb30";
  static final String API = "/api/2.0/mlflow/";
  static final String GET_MODEL = "GET " + API + "registered-models/get";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String model;
  private final Map<String, String> stages = new TreeMap<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final Map<String, byte[]> files = new TreeMap<>();
  private volatile Runnable afterReading = () -> {};
  private HttpDouble http;

  public ModelRegistryDouble(String model) {
    this.model = model;
    open(0);
  }

  public URI uri() {
    return http.uri();
  }

  HttpDouble http() {
    return http;
  }

  /** Adds a version with these files. */
  public synchronized void addVersion(String version, Map<String, String> content) {
    stages.put(version, "None");
    content.forEach((path, text) ->
        files.put(folder(version) + "/" + path, text.getBytes(StandardCharsets.UTF_8)));
  }

  synchronized int fileSize(String version, String path) {
    return files.get(folder(version) + "/" + path).length;
  }

  synchronized void putFile(String version, String path, byte[] content) {
    files.put(folder(version) + "/" + path, content);
  }

  /** Moves a version to Production, archives the one before, and gives it the alias champion. */
  synchronized void promote(String version) {
    stages.replaceAll((other, stage) -> stage.equals("Production") ? "Archived" : stage);
    stages.put(version, "Production");
    aliases.put("champion", version);
  }

  synchronized void setAlias(String alias, String version) {
    aliases.put(alias, version);
  }

  /** Runs when the state was read for an answer, and the answer is not sent yet. */
  void afterReading(Runnable action) {
    afterReading = action;
  }

  /** How often the model was asked for. */
  long reads() {
    return http.requests(GET_MODEL).size();
  }

  String source(String version) {
    return "mlflow-artifacts:/" + folder(version);
  }

  /** Stops listening. */
  void stop() {
    http.close();
  }

  /** Listens again on the same port. */
  void restart() {
    open(http.port());
  }

  @Override
  public void close() {
    http.close();
  }

  private void open(int port) {
    http = new HttpDouble(port);
    http.onEach(
        GET_MODEL,
        request -> {
          HttpDouble.Answer answer = registeredModel(parameters(request).get("name"));
          afterReading.run();
          return answer;
        });
    http.onEach(
        "GET " + API + "model-versions/get",
        request -> version(parameters(request).get("version")));
    http.onEach("GET " + API + "runs/get", request -> run(parameters(request).get("run_id")));
    http.onEach("GET " + ARTIFACTS, request -> list(parameters(request).get("path")));
    http.onPrefix("GET " + ARTIFACTS + "/", this::download);
  }

  private synchronized HttpDouble.Answer registeredModel(String name) {
    if (!name.equals(model)) {
      return missing("Registered Model with name=%s not found".formatted(name));
    }
    ObjectNode answer = JSON.objectNode().put("name", name).put("creation_timestamp", 1L);
    answer.put("last_updated_timestamp", 2L);
    Map<String, String> latest =
        stages.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getValue, Map.Entry::getKey, (lower, higher) -> higher));
    ArrayNode versions = answer.putArray("latest_versions");
    latest.values().forEach(version -> versions.add(versionNode(version)));
    ArrayNode pairs = answer.putArray("aliases");
    aliases.forEach((alias, version) ->
        pairs.add(JSON.objectNode().put("alias", alias).put("version", version)));
    return wrapped("registered_model", answer);
  }

  private synchronized HttpDouble.Answer version(String version) {
    if (!stages.containsKey(version)) {
      return missing("Model Version (name=%s, version=%s) not found".formatted(model, version));
    }
    ObjectNode node = versionNode(version);
    ArrayNode held = node.putArray("aliases");
    aliases.forEach((alias, holder) -> {
      if (holder.equals(version)) {
        held.add(alias);
      }
    });
    return wrapped("model_version", node);
  }

  private HttpDouble.Answer run(String runId) {
    if (!runId.equals(RUN)) {
      return missing("Run with id=%s not found".formatted(runId));
    }
    ObjectNode info =
        JSON.objectNode().put("run_id", RUN).put("experiment_id", "1").put("status", "FINISHED");
    info.put("artifact_uri", "mlflow-artifacts:/1/" + RUN + "/artifacts");
    return wrapped("run", JSON.objectNode().set("info", info));
  }

  private ObjectNode versionNode(String version) {
    return JSON.objectNode()
        .put("name", model)
        .put("version", version)
        .put("current_stage", stages.get(version))
        .put("source", source(version))
        .put("run_id", RUN)
        .put("status", "READY");
  }

  private synchronized HttpDouble.Answer list(String directory) {
    Map<String, JsonNode> entries = new TreeMap<>();
    files.forEach((path, content) -> {
      if (!path.startsWith(directory + "/")) {
        return;
      }
      String rest = path.substring(directory.length() + 1);
      String name = rest.replaceAll("/.*", "");
      ObjectNode entry = JSON.objectNode().put("path", name).put("is_dir", rest.contains("/"));
      if (!rest.contains("/")) {
        entry.put("file_size", content.length);
      }
      entries.put(name, entry);
    });
    return entries.isEmpty()
        ? HttpDouble.json("{}")
        : wrapped("files", JSON.arrayNode().addAll(entries.values()));
  }

  private synchronized HttpDouble.Answer download(HttpDouble.Request request) {
    String path = decoded(request.endpoint().substring(("GET " + ARTIFACTS + "/").length()));
    return files.containsKey(path)
        ? HttpDouble.answer(200, "application/octet-stream", files.get(path), Map.of())
        : missing("No such artifact: '%s'".formatted(path));
  }

  private String folder(String version) {
    return "1/" + RUN + "/artifacts/" + model + "-" + version;
  }

  private static HttpDouble.Answer wrapped(String field, JsonNode content) {
    return HttpDouble.json(JSON.objectNode().set(field, content).toString());
  }

  private static HttpDouble.Answer missing(String message) {
    return HttpDouble.error(404, "RESOURCE_DOES_NOT_EXIST", message);
  }

  private static Map<String, String> parameters(HttpDouble.Request request) {
    return Arrays.stream(request.call().replaceAll("[^?]*\\?", "").split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
