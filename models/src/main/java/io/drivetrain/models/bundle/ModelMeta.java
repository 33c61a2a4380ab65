package io.drivetrain.models.bundle;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What the registry knows a bundle by; stands in the {@code MLmodel} file.
 *
 * @param runId of the training run in the registry: letters and digits
 * @param artifactPath of the bundle below the artifacts of that run, such as {@code model}
 * @param modelName registered name, such as {@code car_price_predictor}
 * @param createdAt time of writing; given, so that the same model gives the same bytes
 */
public record ModelMeta(String runId, String artifactPath, String modelName, Instant createdAt) {

  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ModelMeta {
    if (runId == null || !RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException("run id \"" + runId + "\": 1 to 64 letters and digits");
    }
    if (artifactPath == null || artifactPath.isBlank()) {
      throw new IllegalArgumentException("a model needs the path that it is stored at");
    }
    if (modelName == null || modelName.isBlank() || createdAt == null) {
      throw new IllegalArgumentException("a model needs a name and a time of creation");
    }
  }
}
