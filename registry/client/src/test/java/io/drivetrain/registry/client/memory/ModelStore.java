package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.model.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Registered models, their versions, and the aliases of both. Stages: {@link StageChanges}. */
final class ModelStore {
  private final Map<String, StoredModel> models = new TreeMap<>();
  private final LoggedModelStore loggedModels;
  private final ArtifactStore artifacts;
  private final AuditStore audit;
  private String statusOfVersions = "READY";

  ModelStore(LoggedModelStore loggedModels, ArtifactStore artifacts, AuditStore audit) {
    this.loggedModels = loggedModels;
    this.artifacts = artifacts;
    this.audit = audit;
  }

  void addTo(Routes routes) {
    routes.add("POST registered-models/create", this::create);
    routes.add("GET registered-models/get", request -> wrap(model(request)));
    routes.add("GET registered-models/search", this::searchModels);
    routes.add("PATCH registered-models/update", this::describe);
    routes.add("POST registered-models/set-tag", this::setModelTag);
    routes.add("POST registered-models/get-latest-versions", this::latestVersions);
    routes.add("POST model-versions/create", this::createVersion);
    routes.add("GET model-versions/get", request -> wrap(model(request), version(request)));
    routes.add("GET model-versions/get-download-uri", this::downloadUri);
    routes.add("GET /api/v1/model-versions/files", this::pins);
    routes.add("GET model-versions/search", this::searchVersions);
    routes.add("PATCH model-versions/update", this::describeVersion);
    routes.add("POST model-versions/set-tag", this::setVersionTag);
    routes.add("DELETE model-versions/delete-tag", this::deleteVersionTag);
  }

  Optional<StoredModel> find(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /** The model of this name, made when there is none. */
  StoredModel ensure(String name) {
    return models.computeIfAbsent(name, made -> new StoredModel(made, audit));
  }

  StoredModel model(JsonNode request) {
    String name = Wire.text(request, "name");
    return find(name)
        .orElseThrow(
            () -> Refusal.missing("Registered Model with name=%s not found".formatted(name)));
  }

  StoredVersion version(JsonNode request) {
    return model(request).version(Wire.text(request, "version"));
  }

  /** The status that every version has from now on. */
  void statusOfVersions(String status) {
    statusOfVersions = status;
  }

  /** A version with its aliases. */
  JsonNode wrap(StoredModel model, StoredVersion version) {
    ObjectNode wire = version.wire(statusOfVersions);
    ArrayNode held = wire.putArray("aliases");
    model
        .aliases()
        .forEach((alias, holder) -> {
          if (holder.equals(version.version())) {
            held.add(alias);
          }
        });
    return Wire.wrap("model_version", wire);
  }

  private JsonNode create(JsonNode request) {
    String name = Wire.text(request, "name");
    if (models.containsKey(name)) {
      throw Refusal.exists("Registered Model (name=%s) already exists.".formatted(name));
    }
    StoredModel model = ensure(name);
    Wire.putAll(model.tags(), request.path("tags"));
    return wrap(model);
  }

  /** By name, whatever the order that is asked for. */
  private JsonNode searchModels(JsonNode request) {
    SearchFilter filter = SearchFilter.parse(Wire.text(request, "filter"));
    List<JsonNode> found =
        models.values().stream()
            .filter(model -> filter.accepts(field -> field(model, field)))
            .map(model -> wrap(model).path("registered_model"))
            .toList();
    return Wire.page("registered_models", found, request);
  }

  private static String field(StoredModel model, String name) {
    if (name.equals("name")) {
      return model.name();
    }
    throw Refusal.notImplemented("search of models by " + name);
  }

  private JsonNode describe(JsonNode request) {
    model(request).describe(Wire.text(request, "description"));
    return wrap(model(request));
  }

  private JsonNode describeVersion(JsonNode request) {
    version(request).describe(Wire.text(request, "description"));
    return wrap(model(request), version(request));
  }

  private JsonNode setModelTag(JsonNode request) {
    Wire.put(model(request).tags(), request);
    return Wire.object();
  }

  private JsonNode latestVersions(JsonNode request) {
    StoredModel model = model(request);
    ObjectNode answer = Wire.object();
    ArrayNode found = answer.putArray("model_versions");
    request
        .path("stages")
        .forEach(stage ->
            model
                .latest(Stage.ofWire(stage.asText()).wireName())
                .ifPresent(version -> found.add(version.wire(statusOfVersions))));
    return answer;
  }

  private JsonNode createVersion(JsonNode request) {
    StoredModel model = model(request);
    StoredVersion version = add(model, Wire.text(request, "source"), Wire.text(request, "run_id"));
    Wire.putAll(version.tags(), request.path("tags"));
    return wrap(model, version);
  }

  private JsonNode downloadUri(JsonNode request) {
    return Wire.object().put("artifact_uri", loggedModels.locationOf(version(request).source()));
  }

  /** A version that was made before its files were there is pinned when it is first read. */
  private JsonNode pins(JsonNode request) {
    StoredVersion version = version(request);
    if (version.pins().isEmpty()) {
      version.pin(artifacts.recordedBelow(location(version)));
    }
    ObjectNode answer = Wire.object().put("location", location(version));
    answer.putArray("files").addAll(version.pins());
    return answer;
  }

  private String location(StoredVersion version) {
    return loggedModels.locationOf(version.source());
  }

  /** Adds a version, and pins its files. */
  StoredVersion add(StoredModel model, String source, String runId) {
    String location = loggedModels.locationOf(source);
    StoredVersion version = model.add(source, runId);
    version.pin(artifacts.recordedBelow(location));
    return version;
  }

  /** Newest first. */
  private JsonNode searchVersions(JsonNode request) {
    SearchFilter filter = SearchFilter.parse(Wire.text(request, "filter"));
    List<ObjectNode> found =
        models.values().stream()
            .flatMap(model -> model.versions().reversed().stream())
            .filter(version -> filter.accepts(version::field))
            .map(version -> version.wire(statusOfVersions))
            .toList();
    return Wire.page("model_versions", found, request);
  }

  private JsonNode setVersionTag(JsonNode request) {
    Wire.put(version(request).tags(), request);
    return Wire.object();
  }

  private JsonNode deleteVersionTag(JsonNode request) {
    version(request).tags().remove(Wire.text(request, "key"));
    return Wire.object();
  }

  private JsonNode wrap(StoredModel model) {
    ObjectNode wire = Wire.object().put("name", model.name());
    wire.put("description", model.description());
    wire.put("creation_timestamp", model.createdAt());
    wire.put("last_updated_timestamp", model.createdAt());
    wire.set("tags", Wire.pairs(model.tags()));
    ArrayNode latest = wire.putArray("latest_versions");
    Arrays.stream(Stage.values())
        .flatMap(stage -> model.latest(stage.wireName()).stream())
        .forEach(version -> latest.add(version.wire(statusOfVersions)));
    ArrayNode aliases = wire.putArray("aliases");
    model
        .aliases()
        .forEach(
            (alias, version) -> aliases.addObject().put("alias", alias).put("version", version));
    return Wire.wrap("registered_model", wire);
  }
}
