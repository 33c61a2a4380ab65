package io.drivetrain.models.bundle;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the registry knows a bundle by; stands in the {@code MLmodel} file.
 *
 * @param runId of the training run in the registry: letters and digits
 * @param modelId of the logged model in the registry, {@code m-} and 32 hex digits; empty for a
 *     bundle among the artifacts of its run
 * @param artifactPath where the bundle is: the root of the logged model's files, such as {@code
 *     mlflow-artifacts:/1/models/m-0/artifacts}, or the path below the artifacts of the run, such
 *     as {@code model}
 * @param modelName registered name, such as {@code car_price_predictor}
 * @param createdAt time of writing; given, so that the same model gives the same bytes
 */
public record ModelMeta(
    String runId,
    Optional<String> modelId,
    String artifactPath,
    String modelName,
    Instant createdAt) {

  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern MODEL_ID = Pattern.compile("m-[0-9a-f]{32}");

  /** Of a bundle among the artifacts of its run. */
  public ModelMeta(String runId, String artifactPath, String modelName, Instant createdAt) {
    this(runId, Optional.empty(), artifactPath, modelName, createdAt);
  }

  public ModelMeta {
    if (runId == null || !RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException("run id \"" + runId + "\": 1 to 64 letters and digits");
    }
    if (modelId.isPresent() && !MODEL_ID.matcher(modelId.orElseThrow()).matches()) {
      throw new IllegalArgumentException(
          "model id \"" + modelId.orElseThrow() + "\": m- and 32 hex digits");
    }
    if (artifactPath == null || artifactPath.isBlank()) {
      throw new IllegalArgumentException("a model needs the path that it is stored at");
    }
    if (modelName == null || modelName.isBlank() || createdAt == null) {
      throw new IllegalArgumentException("a model needs a name and a time of creation");
    }
  }
}
