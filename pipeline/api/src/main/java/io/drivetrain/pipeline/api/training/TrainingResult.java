package io.drivetrain.pipeline.api.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a training produced.
 *
 * @param mlflowRunId of the tracking run that holds the model
 * @param algorithm its name in definitions
 * @param parameters hyper-parameters, by name
 * @param trainingRows rows that were learned from
 * @param model root of the model's files: {@code mlflow-artifacts:/1/models/m-<id>/artifacts}
 * @param modelId of the logged model in the registry; each attempt of the training has one of its
 *     own, and only that of the committed attempt stands here. Empty in results of earlier releases
 * @param modelPath of a model among the artifacts of its tracking run, below them, as in results of
 *     earlier releases
 * @param trees of an ensemble of trees
 * @param nodes of an ensemble of trees, all together
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TrainingResult(
    Optional<String> mlflowRunId,
    String algorithm,
    Map<String, String> parameters,
    long trainingRows,
    String model,
    Optional<String> modelId,
    Optional<String> modelPath,
    Optional<Long> trees,
    Optional<Long> nodes)
    implements TrackedResult {
  /** Where models lie whose run did not write it down. */
  public static final String DEFAULT_PATH = "model";

  public TrainingResult {
    parameters =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(Objects.requireNonNullElse(parameters, Map.of())));
  }
}
