package io.drivetrain.registry.client.loggedmodel;

import java.util.Map;

/**
 * What is said of a logged model when it is made.
 *
 * @param name without {@code / : . % " '}; empty for one that the registry makes up
 * @param modelType empty when there is no such thing
 * @param sourceRunId run that made it, empty when none did
 */
public record NewLoggedModel(
    String experimentId,
    String name,
    String modelType,
    String sourceRunId,
    Map<String, String> params,
    Map<String, String> tags) {
  public NewLoggedModel {
    params = Map.copyOf(params);
    tags = Map.copyOf(tags);
  }
}
