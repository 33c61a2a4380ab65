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
 * @param model where the model's files lie
 * @param modelPath the same, below the artifacts of the tracking run; each attempt of the training
 *     has a place of its own, and only that of the committed attempt stands here
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
