package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.registry.client.loggedmodel.NewLoggedModel;
import java.util.Map;

/**
 * What the registry notes of a model that is about to be stored.
 *
 * @param type such as the name of the algorithm
 * @param params hyper-parameters and whatever else the training was told
 */
public record ModelDescription(String type, Map<String, String> params, Map<String, String> tags) {
  /** So that {@code runs:/<run id>/model} finds it in MLflow's clients. */
  private static final String NAME = "model";

  public ModelDescription {
    params = Map.copyOf(params);
    tags = Map.copyOf(tags);
  }

  NewLoggedModel of(String experimentId, String runId) {
    return new NewLoggedModel(experimentId, NAME, type, runId, params, tags);
  }
}
