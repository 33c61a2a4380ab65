package io.drivetrain.registry.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tag in which clients before MLflow 3 find the models of a run: a JSON array. */
@ApplicationScoped
class ModelHistory {
  static final String TAG = "mlflow.log-model.history";

  private static final List<String> REQUIRED =
      List.of("artifact_path", "flavors", "utc_time_created", "run_id");

  private final ObjectMapper mapper;

  ModelHistory(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The history with one more model.
   *
   * @param history empty for the first one
   * @param modelJson the content of the file MLmodel, as JSON
   */
  String with(String history, String modelJson) {
    var models = read(history) instanceof ArrayNode array ? array : mapper.createArrayNode();
    return models.add(model(modelJson)).toString();
  }

  private ObjectNode model(String json) {
    if (!(read(json) instanceof ObjectNode model)) {
      throw RegistryException.invalid(
          "Malformed model info in parameter 'model_json': expected a JSON object.");
    }
    for (var field : REQUIRED) {
      if (!model.has(field)) {
        throw RegistryException.invalid(
            "Model json is missing the mandatory field '" + field + "'.");
      }
    }
    return model;
  }

  private JsonNode read(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException malformed) {
      return mapper.missingNode();
    }
  }
}
