package io.drivetrain.registry.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.http.Call;
import io.drivetrain.registry.client.http.JsonBody;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.http.Page;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.RegistryHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registered models, their versions, stages and aliases. Every method throws {@link
 * RegistryClientException}.
 */
public final class ModelRegistryClient {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryHttp http;

  public ModelRegistryClient(RegistryHttp http) {
    this.http = http;
  }

  /** Makes the model when there is none of this name; the tags of an existing one stay. */
  public void ensureRegisteredModel(String name, Map<String, String> tags) {
    ObjectNode body = JSON.objectNode().put("name", name);
    body.set("tags", JsonBody.pairs(tags));
    Answers.unlessExists(() -> http.json(Call.post("registered-models/create", body)));
  }

  /** The model with its aliases and the latest version of each stage. */
  public Optional<RegisteredModel> registeredModel(String name) {
    return registeredModelOnWire(name).map(ModelReader::registeredModel);
  }

  /**
   * Adds a version; the registry numbers it. Like a run it is not sent twice once the registry may
   * have seen it.
   *
   * @param source where its files are: {@code mlflow-artifacts:/1/<run>/artifacts/model}
   */
  public ModelVersion createVersion(
      String name, String source, String runId, Map<String, String> tags) {
    return createVersion(versionOf(name, source, runId, tags));
  }

  /**
   * Adds a version that is made of a logged model, which keeps a note of it.
   *
   * @param modelId {@code m-<id>}
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST when there is no such logged model
   */
  public ModelVersion createVersionOf(
      String name, String modelId, String runId, Map<String, String> tags) {
    ObjectNode body = versionOf(name, "models:/" + modelId, runId, tags);
    return createVersion(body.put("model_id", modelId));
  }

  private static ObjectNode versionOf(
      String name, String source, String runId, Map<String, String> tags) {
    ObjectNode body =
        JSON.objectNode().put("name", name).put("source", source).put("run_id", runId);
    body.set("tags", JsonBody.pairs(tags));
    return body;
  }

  private ModelVersion createVersion(ObjectNode body) {
    Call call = Call.postOnce("model-versions/create", body);
    return ModelReader.modelVersion(http.json(call).path("model_version"));
  }

  /**
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST
   */
  public ModelVersion version(String name, String version) {
    Call call = Call.get("model-versions/get", "name", name, "version", version);
    return ModelReader.modelVersion(http.json(call).path("model_version"));
  }

  /**
   * Moves a version to a stage.
   *
   * @param archiveExisting move other versions of that stage to Archived; only with STAGING and
   *     PRODUCTION
   * @throws RegistryClientException RESOURCE_CONFLICT when {@code change} expects another holder,
   *     or the version in another stage
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
    Call call = Call.post("model-versions/transition-stage", body, change.isRepeatable());
    return ModelReader.modelVersion(http.json(call).path("model_version"));
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
    http.json(Call.post("registered-models/alias", body, change.isRepeatable()));
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
            JsonFields.list(answer, "model_versions", ModelReader::modelVersion).stream()
                .findFirst());
  }

  /**
   * @param filter {@code name LIKE 'car%' AND tags.kind = 'price'}; empty for all
   * @param maxResults 1 to 1000
   * @param orderBy {@code name ASC}; empty for the same
   * @param pageToken from the page before; empty for the first page
   */
  public Page<RegisteredModel> searchModels(
      String filter, int maxResults, List<String> orderBy, String pageToken) {
    JsonNode answer =
        http.json(search("registered-models/search", filter, maxResults, orderBy, pageToken));
    return new Page<>(
        JsonFields.list(answer, "registered_models", ModelReader::registeredModel),
        JsonFields.nextPageToken(answer));
  }

  /**
   * @param filter {@code name = 'cars' AND run_id = '..'}; empty for all
   * @param maxResults 1 to 200000
   * @param orderBy {@code version_number DESC}; empty for the last changed first
   * @param pageToken from the page before; empty for the first page
   */
  public Page<ModelVersion> searchVersions(
      String filter, int maxResults, List<String> orderBy, String pageToken) {
    JsonNode answer =
        http.json(search("model-versions/search", filter, maxResults, orderBy, pageToken));
    return new Page<>(
        JsonFields.list(answer, "model_versions", ModelReader::modelVersion),
        JsonFields.nextPageToken(answer));
  }

  /**
   * Versions, tags and aliases follow.
   *
   * @throws RegistryClientException RESOURCE_ALREADY_EXISTS when another model has the name
   */
  public void renameModel(String name, String newName) {
    http.json(Call.post("registered-models/rename", model(name).put("new_name", newName)));
  }

  public void describeModel(String name, String description) {
    http.json(Call.patch("registered-models/update", model(name).put("description", description)));
  }

  /** With all of its versions, whatever their stage. It cannot be restored. */
  public void deleteModel(String name) {
    http.json(Call.delete("registered-models/delete", model(name)));
  }

  public void setModelTag(String name, String key, String value) {
    ObjectNode body = model(name).put("key", key).put("value", value);
    http.json(Call.post("registered-models/set-tag", body));
  }

  /** Removes a tag, if there is one. */
  public void deleteModelTag(String name, String key) {
    http.json(Call.delete("registered-models/delete-tag", model(name).put("key", key)));
  }

  /** Takes an alias away from whoever holds it. */
  public void deleteAlias(String name, String alias) {
    http.json(Call.delete("registered-models/alias", model(name).put("alias", alias)));
  }

  /**
   * The same with a reason and conditions.
   *
   * @throws RegistryClientException RESOURCE_CONFLICT when {@code change} expects another holder
   */
  public void deleteAlias(String name, String alias, Change change) {
    ObjectNode body = model(name).put("alias", alias);
    change.addTo(body);
    http.json(Call.delete("registered-models/alias", body, change.isRepeatable()));
  }

  public void describeVersion(String name, String version, String description) {
    ObjectNode body = version(model(name), version).put("description", description);
    http.json(Call.patch("model-versions/update", body));
  }

  /** Its number is not given again. */
  public void deleteVersion(String name, String version) {
    http.json(Call.delete("model-versions/delete", version(model(name), version)));
  }

  public void setVersionTag(String name, String version, String key, String value) {
    ObjectNode body = version(model(name), version).put("key", key).put("value", value);
    http.json(Call.post("model-versions/set-tag", body));
  }

  /** Removes a tag, if there is one. */
  public void deleteVersionTag(String name, String version, String key) {
    ObjectNode body = version(model(name), version).put("key", key);
    http.json(Call.delete("model-versions/delete-tag", body));
  }

  public Optional<JsonNode> registeredModelOnWire(String name) {
    Call call = Call.get("registered-models/get", "name", name);
    return Answers.unlessMissing(() -> http.json(call).path("registered_model"));
  }

  public Optional<JsonNode> versionOnWire(String name, String version) {
    Call call = Call.get("model-versions/get", "name", name, "version", version);
    return Answers.unlessMissing(() -> http.json(call).path("model_version"));
  }

  /** Where a version's files are stored; follows sources that name another model. */
  public String downloadUri(String name, String version) {
    Call call = Call.get("model-versions/get-download-uri", "name", name, "version", version);
    return JsonFields.text(http.json(call), "artifact_uri");
  }

  private static Call search(
      String endpoint, String filter, int maxResults, List<String> orderBy, String pageToken) {
    List<String> parameters = new ArrayList<>();
    parameters.addAll(List.of("filter", filter, "max_results", Integer.toString(maxResults)));
    orderBy.forEach(order -> parameters.addAll(List.of("order_by", order)));
    if (!pageToken.isEmpty()) {
      parameters.addAll(List.of("page_token", pageToken));
    }
    return Call.get(endpoint, parameters.toArray(String[]::new));
  }

  private static ObjectNode model(String name) {
    return JSON.objectNode().put("name", name);
  }

  private static ObjectNode version(ObjectNode model, String version) {
    return model.put("version", version);
  }
}
