package io.drivetrain.pipeline.learning.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry in memory, as far as a pipeline uses it: runs, files, and versions of one model whose
 * stage Production and alias champion move together. Other aliases stand by themselves.
 */
public final class RegistryDouble implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String API = "/api/2.0/mlflow/";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final Pattern RUN_FILTER =
      Pattern.compile("tags\\.`(.+?)` = '(.+?)'( and attributes.status = '(.+)')?");

  /** What is known of a run. */
  public static final class StoredRun {
    private final String id;
    private String status = "RUNNING";
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<String, Double> metrics = new LinkedHashMap<>();

    private StoredRun(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }

    public String status() {
      return status;
    }

    public Map<String, String> tags() {
      return tags;
    }

    public Map<String, String> params() {
      return params;
    }

    public Map<String, Double> metrics() {
      return metrics;
    }
  }

  private static final class Version {
    private final String source;
    private final String runId;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String stage = "None";

    private Version(String source, String runId) {
      this.source = source;
      this.runId = runId;
    }
  }

  private final HttpServer server;
  private final List<StoredRun> runs = new ArrayList<>();
  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<Version> versions = new ArrayList<>();
  private final List<JsonNode> transitions = new ArrayList<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final List<String> aliasMoves = new ArrayList<>();
  private final Map<String, Runnable> onAlias = new LinkedHashMap<>();
  private Runnable onTransition = () -> {};
  private String experiment = "";
  private String model = "";
  private String champion = "";
  private String statusOfVersions = "READY";
  private volatile boolean away;

  public RegistryDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<StoredRun> runs() {
    return runs;
  }

  public StoredRun onlyRun() {
    if (runs.size() != 1) {
      throw new AssertionError("expected one run, there are " + runs.size());
    }
    return runs.getFirst();
  }

  /** Paths of the files of a run. */
  public List<String> files(StoredRun run) {
    String root = root(run);
    return files.keySet().stream()
        .filter(path -> path.startsWith(root))
        .map(path -> path.substring(root.length()))
        .toList();
  }

  public byte[] file(StoredRun run, String path) {
    return files.get(root(run) + path);
  }

  public JsonNode json(StoredRun run, String path) {
    try {
      return MAPPER.readTree(file(run, path));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Writes over a file of a run. */
  public void damage(StoredRun run, String path) {
    files.put(root(run) + path, new byte[] {1, 2, 3});
  }

  /** Loses a file of a run. */
  public void lose(StoredRun run, String path) {
    files.remove(root(run) + path);
  }

  /** The stages of the versions from 1 on. */
  public List<String> stages() {
    return versions.stream().map(version -> version.stage).toList();
  }

  /** The version with the alias, empty for none. */
  public String champion() {
    return champion;
  }

  /** What was asked for in each change of a stage. */
  public List<JsonNode> transitions() {
    return transitions;
  }

  /** Aliases besides that of the champion, with the version that each holds now. */
  public Map<String, String> aliases() {
    return aliases;
  }

  /**
   * What became of such aliases: {@code rehearsal=2}, and {@code rehearsal=} when it was deleted.
   */
  public List<String> aliasMoves() {
    return aliasMoves;
  }

  /** Where the files of a version lie. */
  public String sourceOf(String version) {
    return at(version).source;
  }

  /** The tags of a version. */
  public Map<String, String> tagsOf(String version) {
    return at(version).tags;
  }

  /** Somebody gives an alias to a version. */
  public void alias(String alias, String version) {
    aliases.put(alias, version);
  }

  /** What happens right after an alias has moved: {@code rehearsal=2}. */
  public void onAlias(String move, Runnable happening) {
    onAlias.put(move, happening);
  }

  /** What happens just before each change of a stage from now on. */
  public void onTransition(Runnable happening) {
    onTransition = happening;
  }

  /** Somebody else moves a version to a stage. */
  public void move(String version, String stage) {
    at(version).stage = stage;
    champion = holder("Production");
  }

  /** Somebody else makes a version the champion. */
  public void promote(String version) {
    moveAll("Production", "Archived");
    at(version).stage = "Production";
    champion = version;
  }

  /** Somebody else adds a version of the files of a run. */
  public void addVersion(StoredRun run) {
    versions.add(new Version("mlflow-artifacts:/" + root(run) + "model", "foreign"));
  }

  /** It answers nothing until it is back. */
  public void away(boolean away) {
    this.away = away;
  }

  /** The status that versions have from now on. */
  public void versionsAre(String status) {
    statusOfVersions = status;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (away) {
        new Answer(503, error("TEMPORARILY_UNAVAILABLE", "away")).send(exchange);
        return;
      }
      if (path.startsWith(ARTIFACTS) || (path + "/").equals(ARTIFACTS)) {
        artifact(exchange, path.replaceFirst(ARTIFACTS + "?", ""), body);
        return;
      }
      JsonNode request =
          body.length == 0 ? parameters(exchange.getRequestURI()) : MAPPER.readTree(body);
      answer(path.substring(API.length()), request).send(exchange);
    }
  }

  private Answer answer(String endpoint, JsonNode request) {
    return switch (endpoint) {
      case "experiments/get-by-name" ->
          experiment.isEmpty()
              ? Answer.missing("experiment")
              : Answer.of(wrap("experiment", experiment()));
      case "experiments/create" -> {
        experiment = request.path("name").asText();
        yield Answer.of(JSON.objectNode().put("experiment_id", "1"));
      }
      case "runs/create" -> Answer.of(wrap("run", wire(create(request))));
      case "runs/get" ->
          find(request.path("run_id").asText())
              .map(run -> Answer.of(wrap("run", wire(run))))
              .orElseGet(() -> Answer.missing("run"));
      case "runs/search" -> Answer.of(search(request.path("filter").asText()));
      case "runs/log-batch" -> log(request);
      case "runs/delete-tag" -> {
        run(request.path("run_id").asText()).tags.remove(request.path("key").asText());
        yield Answer.of(JSON.objectNode());
      }
      case "runs/update" -> {
        run(request.path("run_id").asText()).status = request.path("status").asText();
        yield Answer.of(JSON.objectNode());
      }
      case "registered-models/create" -> createModel(request.path("name").asText());
      case "registered-models/get" ->
          model.isEmpty() ? Answer.missing("model") : Answer.of(wrap("registered_model", model()));
      case "registered-models/alias" -> alias(request);
      case "registered-models/get-latest-versions" -> latest(request);
      case "model-versions/create" -> {
        Version version =
            new Version(request.path("source").asText(), request.path("run_id").asText());
        request.path("tags").forEach(tag -> put(version.tags, tag));
        versions.add(version);
        yield Answer.of(wrap("model_version", wire(versions.size())));
      }
      case "model-versions/search" -> versionsOf(request.path("filter").asText());
      case "model-versions/set-tag" -> {
        put(at(request.path("version").asText()).tags, request);
        yield Answer.of(JSON.objectNode());
      }
      case "model-versions/delete-tag" -> {
        at(request.path("version").asText()).tags.remove(request.path("key").asText());
        yield Answer.of(JSON.objectNode());
      }
      case "model-versions/get" ->
          Answer.of(wrap("model_version", wire(request.path("version").asInt())));
      case "model-versions/transition-stage" -> transition(request);
      default -> throw new AssertionError("no pipeline calls " + endpoint);
    };
  }

  private StoredRun create(JsonNode request) {
    StoredRun run = new StoredRun("%032x".formatted(runs.size() + 1));
    request.path("tags").forEach(tag -> put(run.tags, tag));
    runs.add(run);
    return run;
  }

  private JsonNode search(String filter) {
    Matcher asked = RUN_FILTER.matcher(filter);
    if (!asked.matches()) {
      throw new AssertionError("unknown filter " + filter);
    }
    ObjectNode answer = JSON.objectNode();
    ArrayNode found = answer.putArray("runs");
    runs.reversed().stream()
        .filter(run -> asked.group(2).equals(run.tags.get(asked.group(1))))
        .filter(run -> asked.group(4) == null || asked.group(4).equals(run.status))
        .forEach(run -> found.add(wire(run)));
    return answer;
  }

  private Answer log(JsonNode request) {
    StoredRun run = run(request.path("run_id").asText());
    request.path("tags").forEach(tag -> put(run.tags, tag));
    for (JsonNode metric : request.path("metrics")) {
      run.metrics.put(metric.path("key").asText(), metric.path("value").asDouble());
    }
    for (JsonNode param : request.path("params")) {
      String old = run.params.get(param.path("key").asText());
      if (old != null && !old.equals(param.path("value").asText())) {
        return new Answer(400, error("INVALID_PARAMETER_VALUE", "a param never changes"));
      }
      put(run.params, param);
    }
    return Answer.of(JSON.objectNode());
  }

  private Answer createModel(String name) {
    if (model.equals(name)) {
      return new Answer(400, error("RESOURCE_ALREADY_EXISTS", "it exists"));
    }
    model = name;
    return Answer.of(wrap("registered_model", model()));
  }

  private Answer transition(JsonNode request) {
    String stage = request.path("stage").asText();
    JsonNode expected = request.path("expected_version");
    JsonNode from = request.path("expected_stage");
    onTransition.run();
    transitions.add(request);
    if (!from.isMissingNode()
        && !from.asText().equals(at(request.path("version").asText()).stage)) {
      return new Answer(409, error("RESOURCE_CONFLICT", "it is in another stage"));
    }
    if (!expected.isMissingNode() && !expected.asText().equals(holder(stage))) {
      return new Answer(409, error("RESOURCE_CONFLICT", "it is held by another version"));
    }
    if (request.path("archive_existing_versions").asBoolean()) {
      moveAll(stage, "Archived");
    }
    at(request.path("version").asText()).stage = stage;
    champion = holder("Production");
    return Answer.of(wrap("model_version", wire(request.path("version").asInt())));
  }

  /** A body with a version gives an alias, one without takes it away. */
  private Answer alias(JsonNode request) {
    String alias = request.path("alias").asText();
    if (alias.equals("champion")) {
      throw new AssertionError("the stage moves the alias");
    }
    JsonNode expected = request.path("expected_version");
    if (!expected.isMissingNode() && !expected.asText().equals(aliases.getOrDefault(alias, ""))) {
      return new Answer(409, error("RESOURCE_CONFLICT", "it is held by another version"));
    }
    String version = request.path("version").asText();
    aliasMoves.add(alias + "=" + version);
    if (version.isEmpty()) {
      aliases.remove(alias);
    } else {
      aliases.put(alias, version);
    }
    onAlias.getOrDefault(alias + "=" + version, () -> {}).run();
    return Answer.of(JSON.objectNode());
  }

  private Answer latest(JsonNode request) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode found = answer.putArray("model_versions");
    String holder = holder(request.path("stages").path(0).asText());
    if (!holder.isEmpty()) {
      found.add(wire(Integer.parseInt(holder)));
    }
    return Answer.of(answer);
  }

  private Answer versionsOf(String filter) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode found = answer.putArray("model_versions");
    for (int i = versions.size(); i >= 1; i--) {
      if (filter.equals("run_id = '%s'".formatted(versions.get(i - 1).runId))) {
        found.add(wire(i));
      }
    }
    return Answer.of(answer);
  }

  private String holder(String stage) {
    return String.valueOf(stages().lastIndexOf(stage) + 1).replaceAll("^0$", "");
  }

  private void moveAll(String from, String to) {
    versions.stream().filter(one -> one.stage.equals(from)).forEach(one -> one.stage = to);
  }

  private Version at(String version) {
    return versions.get(Integer.parseInt(version) - 1);
  }

  private StoredRun run(String id) {
    return find(id).orElseThrow();
  }

  private Optional<StoredRun> find(String id) {
    return runs.stream().filter(run -> run.id.equals(id)).findFirst();
  }

  private void artifact(HttpExchange exchange, String path, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      files.put(path, body);
      Answer.of(JSON.objectNode()).send(exchange);
    } else if (path.isEmpty()) {
      String directory = parameters(exchange.getRequestURI()).path("path").asText();
      Answer.of(entries(directory + "/")).send(exchange);
    } else if (files.containsKey(path)) {
      exchange.sendResponseHeaders(200, files.get(path).length);
      exchange.getResponseBody().write(files.get(path));
    } else {
      new Answer(404, error("NOT_FOUND", "there is no file " + path)).send(exchange);
    }
  }

  private JsonNode entries(String directory) {
    Map<String, Boolean> entries = new TreeMap<>();
    for (String file : files.keySet()) {
      if (file.startsWith(directory)) {
        String[] parts = file.substring(directory.length()).split("/", 2);
        entries.put(parts[0], parts.length > 1);
      }
    }
    ObjectNode answer = JSON.objectNode();
    ArrayNode found = answer.putArray("files");
    entries.forEach((name, isDirectory) ->
        found.add(JSON.objectNode().put("path", name).put("is_dir", isDirectory)));
    return answer;
  }

  private JsonNode experiment() {
    return JSON.objectNode().put("experiment_id", "1").put("name", experiment);
  }

  private JsonNode wire(StoredRun run) {
    ObjectNode info = JSON.objectNode().put("run_id", run.id).put("experiment_id", "1");
    info.put("status", run.status);
    info.put("artifact_uri", "mlflow-artifacts:/1/" + run.id + "/artifacts");
    ObjectNode data = JSON.objectNode();
    ArrayNode tags = data.putArray("tags");
    run.tags.forEach(
        (key, value) -> tags.add(JSON.objectNode().put("key", key).put("value", value)));
    ArrayNode params = data.putArray("params");
    run.params.forEach(
        (key, value) -> params.add(JSON.objectNode().put("key", key).put("value", value)));
    ObjectNode wire = JSON.objectNode();
    wire.set("info", info);
    wire.set("data", data);
    return wire;
  }

  private JsonNode model() {
    ObjectNode wire = JSON.objectNode().put("name", model);
    Map<String, JsonNode> latest = new LinkedHashMap<>();
    for (int i = 1; i <= versions.size(); i++) {
      latest.put(versions.get(i - 1).stage, wire(i));
    }
    wire.putArray("latest_versions").addAll(latest.values());
    Map<String, String> held = new TreeMap<>(aliases);
    if (!champion.isEmpty()) {
      held.put("champion", champion);
    }
    ArrayNode wires = wire.putArray("aliases");
    held.forEach((alias, version) ->
        wires.add(JSON.objectNode().put("alias", alias).put("version", version)));
    return wire;
  }

  private ObjectNode wire(int number) {
    Version version = versions.get(number - 1);
    ObjectNode wire = JSON.objectNode().put("name", model).put("version", "" + number);
    wire.put("current_stage", version.stage).put("source", version.source);
    wire.put("run_id", version.runId).put("status", statusOfVersions);
    ArrayNode tags = wire.putArray("tags");
    version.tags.forEach(
        (key, value) -> tags.add(JSON.objectNode().put("key", key).put("value", value)));
    ArrayNode wires = wire.putArray("aliases");
    if (champion.equals("" + number)) {
      wires.add("champion");
    }
    return wire;
  }

  private static String root(StoredRun run) {
    return "1/" + run.id + "/artifacts/";
  }

  private static void put(Map<String, String> pairs, JsonNode pair) {
    pairs.put(pair.path("key").asText(), pair.path("value").asText());
  }

  private static JsonNode wrap(String field, JsonNode content) {
    return JSON.objectNode().set(field, content);
  }

  private static JsonNode error(String code, String message) {
    return JSON.objectNode().put("error_code", code).put("message", message);
  }

  private static JsonNode parameters(URI uri) {
    ObjectNode parameters = JSON.objectNode();
    for (String pair : uri.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private record Answer(int status, JsonNode body) {
    static Answer of(JsonNode body) {
      return new Answer(200, body);
    }

    static Answer missing(String what) {
      return new Answer(404, error("RESOURCE_DOES_NOT_EXIST", "there is no " + what));
    }

    void send(HttpExchange exchange) throws IOException {
      byte[] bytes = MAPPER.writeValueAsBytes(body);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
