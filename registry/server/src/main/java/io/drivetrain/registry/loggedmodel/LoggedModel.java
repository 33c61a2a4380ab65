package io.drivetrain.registry.loggedmodel;

import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** A model of MLflow 3: files, params and metrics of its own, made by a run. */
public record LoggedModel(Info info, Data data) {

  /** Times are milliseconds since 1970. */
  public record Info(
      String modelId,
      String experimentId,
      String name,
      long creationTimestampMs,
      long lastUpdatedTimestampMs,
      String artifactUri,
      LoggedModelStatus status,
      String modelType,
      String sourceRunId,
      List<Tag> tags) {}

  public record Data(List<Tag> params, List<LoggedModelMetric> metrics) {}
}
