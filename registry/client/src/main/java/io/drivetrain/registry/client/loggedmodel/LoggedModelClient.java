package io.drivetrain.registry.client.loggedmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.Call;
import io.drivetrain.registry.client.http.JsonBody;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.http.Page;
import io.drivetrain.registry.client.http.PercentEncoding;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.RegistryHttp;
import java.util.List;
import java.util.Map;

/**
 * Logged models, which MLflow 3 keeps beside the runs. Every method throws {@link
 * RegistryClientException}; RESOURCE_DOES_NOT_EXIST for a model that is unknown or deleted.
 */
public final class LoggedModelClient {
  private static final String MODELS = "logged-models";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryHttp http;

  public LoggedModelClient(RegistryHttp http) {
    this.http = http;
  }

  /**
   * Makes a model, pending until {@link #finish}. Like a run it is not sent twice once the registry
   * may have seen it.
   */
  public LoggedModel create(NewLoggedModel model) {
    ObjectNode body =
        JSON.objectNode()
            .put("experiment_id", model.experimentId())
            .put("name", model.name())
            .put("model_type", model.modelType())
            .put("source_run_id", model.sourceRunId());
    body.set("params", JsonBody.pairs(model.params()));
    body.set("tags", JsonBody.pairs(model.tags()));
    return model(Call.postOnce(MODELS, body));
  }

  public LoggedModel model(String id) {
    return model(Call.get(path(id)));
  }

  /** Says whether its files are complete. */
  public LoggedModel finish(String id, LoggedModelStatus status) {
    return model(Call.patch(path(id), body(id).put("status", status.wireName())));
  }

  /**
   * @param experimentIds at least one
   * @param filter {@code name = 'trees' AND metrics.rmse < 2}; empty for all
   * @param measuredOn the metrics of the filter count only where measured on one of these data;
   *     empty for all
   * @param maxResults 1 to 1000
   * @param orderBy empty for the newest first
   * @param pageToken from the page before; empty for the first page
   */
  public Page<LoggedModel> search(
      List<String> experimentIds,
      String filter,
      List<MeasuredOn> measuredOn,
      int maxResults,
      List<LoggedModelOrder> orderBy,
      String pageToken) {
    ObjectNode body = JSON.objectNode().put("filter", filter).put("max_results", maxResults);
    experimentIds.forEach(body.putArray("experiment_ids")::add);
    measuredOn.stream()
        .map(data -> addDataset(JSON.objectNode(), data))
        .forEach(body.putArray("datasets")::add);
    orderBy.stream().map(LoggedModelClient::order).forEach(body.putArray("order_by")::add);
    JsonBody.putUnlessEmpty(body, "page_token", pageToken);
    JsonNode answer = http.json(Call.post(MODELS + "/search", body));
    return new Page<>(
        JsonFields.list(answer, "models", LoggedModelReader::loggedModel),
        JsonFields.nextPageToken(answer));
  }

  /** Adds params. */
  public void logParams(String id, Map<String, String> params) {
    ObjectNode body = body(id);
    body.set("params", JsonBody.pairs(params));
    http.json(Call.post(path(id) + "/params", body));
  }

  /** Sets tags, or changes them; others stay. */
  public void setTags(String id, Map<String, String> tags) {
    ObjectNode body = body(id);
    body.set("tags", JsonBody.pairs(tags));
    http.json(Call.patch(path(id) + "/tags", body));
  }

  /**
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST when there is no such tag
   */
  public void deleteTag(String id, String key) {
    String tag = path(id) + "/tags/" + PercentEncoding.of(key);
    http.json(Call.delete(tag, body(id).put("tag_key", key)));
  }

  /** Hides it; its files stay. */
  public void delete(String id) {
    http.json(Call.delete(path(id), body(id)));
  }

  private LoggedModel model(Call call) {
    return LoggedModelReader.loggedModel(http.json(call).path("model"));
  }

  private static ObjectNode order(LoggedModelOrder order) {
    ObjectNode node =
        JSON.objectNode().put("field_name", order.field()).put("ascending", order.ascending());
    order.on().ifPresent(data -> addDataset(node, data));
    return node;
  }

  private static ObjectNode addDataset(ObjectNode node, MeasuredOn data) {
    node.put("dataset_name", data.datasetName());
    JsonBody.putUnlessEmpty(node, "dataset_digest", data.datasetDigest());
    return node;
  }

  private static String path(String id) {
    return MODELS + "/" + PercentEncoding.of(id);
  }

  /** MLflow asks for the id in the body too, though the path has it. */
  private static ObjectNode body(String id) {
    return JSON.objectNode().put("model_id", id);
  }
}
