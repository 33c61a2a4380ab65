package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches and counts the runs of a store. */
final class RunTable {
  private static final Comparator<StoredRun> NEWEST =
      Comparator.comparingLong(StoredRun::startMillis).reversed();

  private final List<StoredRun> runs;

  RunTable(List<StoredRun> runs) {
    this.runs = runs;
  }

  void addTo(Routes routes) {
    routes.add("POST runs/search", this::search);
    routes.add("POST /api/v1/runs/facets", this::facets);
    routes.add("GET /api/v1/experiments/activity", this::activity);
  }

  private JsonNode search(JsonNode request) {
    List<ObjectNode> found =
        matching(request)
            .sorted(order(request.path("order_by")))
            .skip(request.path("offset").asLong())
            .map(StoredRun::wire)
            .toList();
    return Wire.page("runs", found, request);
  }

  /** What has no value comes last, and the newest first among equals. */
  private static Comparator<StoredRun> order(JsonNode orderBy) {
    if (orderBy.isEmpty()) {
      return NEWEST;
    }
    String[] order = orderBy.path(0).asText().replace("`", "").split(" (?=ASC$|DESC$)");
    boolean descending = order.length > 1 && order[1].equals("DESC");
    Comparator<Comparable<Object>> byValue =
        descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Function<StoredRun, Comparable<Object>> value = run -> run.comparable(order[0]);
    return Comparator.comparing(value, Comparator.nullsLast(byValue)).thenComparing(NEWEST);
  }

  private Stream<StoredRun> matching(JsonNode request) {
    SearchFilter filter = SearchFilter.parse(Wire.text(request, "filter"));
    Set<String> among = new LinkedHashSet<>();
    request.path("experiment_ids").forEach(id -> among.add(id.asText()));
    String seen = request.path("run_view_type").asText("ACTIVE_ONLY");
    return runs.reversed().stream()
        .filter(run -> among.contains(run.experimentId()))
        .filter(run -> seen.equals("ALL") || run.isDeleted() == seen.equals("DELETED_ONLY"))
        .filter(run -> filter.accepts(run::field));
  }

  private JsonNode facets(JsonNode request) {
    List<StoredRun> found = matching(request).toList();
    ObjectNode facets = Wire.object().put("count", found.size());
    ArrayNode tags = facets.putArray("tags");
    request.path("tags").forEach(key -> tags.add(values(found, key.asText())));
    return facets;
  }

  private static ObjectNode values(List<StoredRun> runs, String tag) {
    Map<String, Long> counts =
        runs.stream()
            .map(run -> run.tags().get(tag))
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    ObjectNode values = Wire.object().put("key", tag);
    ArrayNode nodes = values.putArray("values");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(one -> nodes.addObject().put("value", one.getKey()).put("count", one.getValue()));
    return values;
  }

  private JsonNode activity(JsonNode request) {
    ArrayNode experiments = Wire.object().putArray("experiments");
    for (String id : Wire.texts(request, "experiment_ids")) {
      List<StoredRun> all = runs.stream().filter(run -> run.experimentId().equals(id)).toList();
      List<StoredRun> active = all.stream().filter(run -> !run.isDeleted()).toList();
      if (all.isEmpty()) {
        continue;
      }
      ObjectNode one = experiments.addObject().put("experiment_id", id).put("runs", active.size());
      one.put("running", active.stream().filter(run -> run.status().equals("RUNNING")).count());
      one.put("deleted_runs", all.size() - active.size());
      active.stream()
          .mapToLong(StoredRun::startMillis)
          .max()
          .ifPresent(last -> one.put("last_start_time", last));
    }
    return Wire.wrap("experiments", experiments);
  }
}
