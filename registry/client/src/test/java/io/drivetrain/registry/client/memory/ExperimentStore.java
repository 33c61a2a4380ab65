package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Experiments; {@code Default} with id 0 is there from the start. */
final class ExperimentStore {
  private record Experiment(String name, Map<String, String> tags) {}

  private final List<Experiment> experiments = new ArrayList<>();

  ExperimentStore() {
    experiments.add(new Experiment("Default", new LinkedHashMap<>()));
  }

  void addTo(Routes routes) {
    routes.add("POST experiments/create", this::create);
    routes.add("GET experiments/get", request -> wrap(known(Wire.text(request, "experiment_id"))));
    routes.add(
        "GET experiments/get-by-name", request -> wrap(named(request.path("experiment_name"))));
    routes.add("POST experiments/set-experiment-tag", this::setTag);
    routes.add("POST experiments/search", this::search);
  }

  /** The number of the experiment with this id. */
  int known(String id) {
    for (int number = 0; number < experiments.size(); number++) {
      if (String.valueOf(number).equals(id)) {
        return number;
      }
    }
    throw Refusal.missing("No Experiment with id=%s exists".formatted(id));
  }

  private JsonNode create(JsonNode request) {
    String name = Wire.text(request, "name");
    if (find(name) >= 0) {
      throw Refusal.exists("Experiment(name=%s) already exists.".formatted(name));
    }
    Experiment experiment = new Experiment(name, new LinkedHashMap<>());
    Wire.putAll(experiment.tags(), request.path("tags"));
    experiments.add(experiment);
    return Wire.object().put("experiment_id", String.valueOf(experiments.size() - 1));
  }

  private JsonNode setTag(JsonNode request) {
    Wire.put(experiments.get(known(Wire.text(request, "experiment_id"))).tags(), request);
    return Wire.object();
  }

  /** The newest first; none is ever deleted here. */
  private JsonNode search(JsonNode request) {
    if (!Wire.text(request, "filter").isEmpty()) {
      throw Refusal.notImplemented("filter of a search for experiments");
    }
    List<JsonNode> found = new ArrayList<>();
    for (int number = experiments.size() - 1; number >= 0; number--) {
      found.add(wrap(number).path("experiment"));
    }
    boolean deleted = Wire.text(request, "view_type").equals("DELETED_ONLY");
    return Wire.page("experiments", deleted ? List.of() : found, request);
  }

  private int named(JsonNode name) {
    int number = find(name.asText());
    if (number < 0) {
      throw Refusal.missing("Could not find experiment with name '%s'".formatted(name.asText()));
    }
    return number;
  }

  private int find(String name) {
    return experiments.stream().map(Experiment::name).toList().indexOf(name);
  }

  private JsonNode wrap(int number) {
    Experiment experiment = experiments.get(number);
    ObjectNode wire = Wire.object().put("experiment_id", String.valueOf(number));
    wire.put("name", experiment.name()).put("artifact_location", "mlflow-artifacts:/" + number);
    wire.put("lifecycle_stage", "active").set("tags", Wire.pairs(experiment.tags()));
    return Wire.wrap("experiment", wire);
  }
}
