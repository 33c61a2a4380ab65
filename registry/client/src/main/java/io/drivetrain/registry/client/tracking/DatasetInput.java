package io.drivetrain.registry.client.tracking;

import java.util.Map;

/**
 * A dataset as one run used it.
 *
 * @param tags {@code mlflow.data.context} says what for: {@code training}, {@code eval}
 */
public record DatasetInput(Dataset dataset, Map<String, String> tags) {
  public DatasetInput {
    tags = Map.copyOf(tags);
  }
}
