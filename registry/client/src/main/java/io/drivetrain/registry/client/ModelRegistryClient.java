package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Registered models, their versions, stages and aliases. Every method throws {@link
 * RegistryClientException}.
 */
public final class ModelRegistryClient {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryHttp http;

  ModelRegistryClient(RegistryHttp http) {
    this.http = http;
  }

  /** Makes the model when there is none of this name; the tags of an existing one stay. */
  public void ensureRegisteredModel(String name, Map<String, String> tags) {
    ObjectNode body = JSON.objectNode().put("name", name);
    body.set("tags", WireWriter.pairs(tags));
    Answers.unlessExists(() -> http.json(Call.post("registered-models/create", body)));
  }

  /** The model with its aliases and the latest version of each stage. */
  public Optional<RegisteredModel> registeredModel(String name) {
    return registeredModelOnWire(name).map(WireReader::registeredModel);
  }

  /**
   * Adds a version; the registry numbers it. Like a run it is not sent twice once the registry may
   * have seen it.
   *
   * @param source where its files are: {@code mlflow-artifacts:/1/<run>/artifacts/model}
   */
  public ModelVersion createVersion(
      String name, String source, String runId, Map<String, String> tags) {
    ObjectNode body =
        JSON.objectNode().put("name", name).put("source", source).put("run_id", runId);
    body.set("tags", WireWriter.pairs(tags));
    Call call = Call.postOnce("model-versions/create", body);
    return WireReader.modelVersion(http.json(call).path("model_version"));
  }

  /**
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST
   */
  public ModelVersion version(String name, String version) {
    Call call = Call.get("model-versions/get", "name", name, "version", version);
    return WireReader.modelVersion(http.json(call).path("model_version"));
  }

  /**
   * Moves a version to a stage.
   *
   * @param archiveExisting move other versions of that stage to Archived; only with STAGING and
   *     PRODUCTION
   * @throws RegistryClientException RESOURCE_CONFLICT when {@code change} expects another holder
   */
  public ModelVersion transitionStage(
      String name, String version, Stage stage, boolean archiveExisting, Change change) {
    ObjectNode body =
        JSON.objectNode()
            .put("name", name)
            .put("version", version)
            .put("stage", stage.wireName())
            .put("archive_existing_versions", archiveExisting);
    change.addTo(body);
    Call call = Call.change("model-versions/transition-stage", body, change);
    return WireReader.modelVersion(http.json(call).path("model_version"));
  }

  /**
   * Gives an alias to a version, taking it from another.
   *
   * @throws RegistryClientException RESOURCE_CONFLICT when {@code change} expects another holder
   */
  public void setAlias(String name, String alias, String version, Change change) {
    ObjectNode body =
        JSON.objectNode().put("name", name).put("alias", alias).put("version", version);
    change.addTo(body);
    http.json(Call.change("registered-models/alias", body, change));
  }

  /** The version that holds an alias. */
  public Optional<ModelVersion> versionByAlias(String name, String alias) {
    return registeredModel(name)
        .flatMap(model -> Optional.ofNullable(model.aliases().get(alias)))
        .flatMap(version -> Answers.unlessMissing(() -> version(name, version)));
  }

  /** The highest version in a stage. */
  public Optional<ModelVersion> latestVersion(String name, Stage stage) {
    ObjectNode body = JSON.objectNode().put("name", name);
    body.putArray("stages").add(stage.wireName());
    Call call = Call.post("registered-models/get-latest-versions", body);
    return Answers.unlessMissing(() -> http.json(call))
        .flatMap(answer ->
            WireReader.list(answer, "model_versions", WireReader::modelVersion).stream()
                .findFirst());
  }

  Optional<JsonNode> registeredModelOnWire(String name) {
    Call call = Call.get("registered-models/get", "name", name);
    return Answers.unlessMissing(() -> http.json(call).path("registered_model"));
  }

  Optional<JsonNode> versionOnWire(String name, String version) {
    Call call = Call.get("model-versions/get", "name", name, "version", version);
    return Answers.unlessMissing(() -> http.json(call).path("model_version"));
  }

  /** Where a version's files are stored; follows sources that name another model. */
  String downloadUri(String name, String version) {
    Call call = Call.get("model-versions/get-download-uri", "name", name, "version", version);
    return WireReader.text(http.json(call), "artifact_uri");
  }
}
