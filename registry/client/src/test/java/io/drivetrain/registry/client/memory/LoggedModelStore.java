package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Logged models of MLflow 3. */
final class LoggedModelStore {
  private static final String SCHEME = "models:/";

  private final ExperimentStore experiments;
  private final List<StoredLoggedModel> models = new ArrayList<>();

  LoggedModelStore(ExperimentStore experiments) {
    this.experiments = experiments;
  }

  void addTo(Routes routes) {
    routes.add("POST logged-models", this::create);
    routes.add("GET logged-models/{model_id}", request -> wrap(model(request)));
    routes.add("PATCH logged-models/{model_id}", this::finish);
  }

  List<StoredLoggedModel> models() {
    return models;
  }

  /** The model of this id; a {@link Refusal} when there is none. */
  StoredLoggedModel model(String id) {
    return models.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.missing("Logged model with ID '%s' not found.".formatted(id)));
  }

  /** Where the files of a source are: {@code models:/m-<id>} is where that model's are. */
  String locationOf(String source) {
    return source.startsWith(SCHEME + "m-")
        ? "mlflow-artifacts:/"
            + model(source.substring(SCHEME.length())).root().replaceFirst("/$", "")
        : source;
  }

  private JsonNode create(JsonNode request) {
    String experimentId = Wire.text(request, "experiment_id");
    experiments.known(experimentId);
    StoredLoggedModel model =
        new StoredLoggedModel(
            "m-%032x".formatted(models.size() + 1),
            experimentId,
            Wire.text(request, "name"),
            Wire.text(request, "model_type"),
            Wire.text(request, "source_run_id"));
    Wire.putAll(model.params(), request.path("params"));
    Wire.putAll(model.tags(), request.path("tags"));
    models.add(model);
    return wrap(model);
  }

  private JsonNode finish(JsonNode request) {
    StoredLoggedModel model = model(request);
    model.moveTo(Wire.text(request, "status"));
    return wrap(model);
  }

  private StoredLoggedModel model(JsonNode request) {
    return model(Wire.text(request, "model_id"));
  }

  private static JsonNode wrap(StoredLoggedModel model) {
    return Wire.wrap("model", model.wire());
  }
}
