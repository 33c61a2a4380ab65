package io.drivetrain.registry.client.loggedmodel;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A model of MLflow 3: files, params and metrics of its own, made by a run.
 *
 * @param id {@code m-} and 32 hexadecimal digits; {@code models:/<id>} is a source of versions
 * @param artifactUri root of its files: {@code mlflow-artifacts:/1/models/<id>/artifacts}
 * @param modelType empty when unknown
 * @param sourceRunId run that made it, empty when unknown
 */
public record LoggedModel(
    String id,
    String experimentId,
    String name,
    LoggedModelStatus status,
    String artifactUri,
    String modelType,
    String sourceRunId,
    Instant createdAt,
    Instant updatedAt,
    Map<String, String> params,
    List<LoggedModelMetric> metrics,
    Map<String, String> tags) {
  public LoggedModel {
    params = Map.copyOf(params);
    metrics = List.copyOf(metrics);
    tags = Map.copyOf(tags);
  }
}
