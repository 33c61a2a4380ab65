package io.drivetrain.registry.client.facet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.Call;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.RegistryHttp;
import io.drivetrain.registry.client.tracking.Lifecycle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts runs instead of listing them. Only our registry answers this: another MLflow server says
 * NOT_FOUND. Every method throws {@link RegistryClientException}.
 */
public final class FacetClient {
  private final RegistryHttp http;

  public FacetClient(RegistryHttp http) {
    this.http = http;
  }

  /**
   * @param filter as that of a search for runs; empty for all
   */
  public long countRuns(List<String> experimentIds, Lifecycle seen, String filter) {
    return JsonFields.whole(facets(request(experimentIds, seen, filter)), "count");
  }

  /**
   * The values of one tag and how many runs have each, the most frequent first.
   *
   * @param filter as that of a search for runs; empty for all
   * @param maxValues 1 to 1000
   */
  public Map<String, Long> tagValues(
      List<String> experimentIds, Lifecycle seen, String filter, String tag, int maxValues) {
    ObjectNode request = request(experimentIds, seen, filter).put("max_values", maxValues);
    request.putArray("tags").add(tag);
    Map<String, Long> counts = new LinkedHashMap<>();
    facets(request)
        .path("tags")
        .path(0)
        .path("values")
        .forEach(
            value -> counts.put(JsonFields.text(value, "value"), JsonFields.whole(value, "count")));
    return counts;
  }

  /**
   * Of the experiments that have runs.
   *
   * @param experimentIds up to 500
   */
  public List<ExperimentActivity> activity(List<String> experimentIds) {
    String[] query =
        experimentIds.stream()
            .flatMap(id -> Stream.of("experiment_ids", id))
            .toArray(String[]::new);
    return JsonFields.list(
        http.json(Call.getAt("/api/v1/experiments/activity", query)),
        "experiments",
        FacetClient::activity);
  }

  private JsonNode facets(ObjectNode request) {
    return http.json(Call.postAt("/api/v1/runs/facets", request));
  }

  private static ObjectNode request(List<String> experimentIds, Lifecycle seen, String filter) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    experimentIds.forEach(request.putArray("experiment_ids")::add);
    return request.put("run_view_type", seen.name()).put("filter", filter);
  }

  private static ExperimentActivity activity(JsonNode node) {
    return new ExperimentActivity(
        JsonFields.required(node, "experiment_id"),
        JsonFields.whole(node, "runs"),
        JsonFields.whole(node, "running"),
        JsonFields.whole(node, "deleted_runs"),
        Optional.of(node)
            .filter(one -> one.hasNonNull("last_start_time"))
            .map(one -> JsonFields.instant(one, "last_start_time")));
  }
}
