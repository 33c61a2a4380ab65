package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the finished steps of a run told, by key; a later step's word counts. The keys that steps
 * share stand here.
 */
public record RunFacts(Map<String, Object> values) {
  /** Id of the run in the registry that records this one. */
  public static final String MLFLOW_RUN = "mlflowRunId";

  /**
   * Where the model's files lie below the artifacts of that record. Each try of the training has a
   * place of its own, and only the one that was committed is told.
   */
  public static final String MODEL_PATH = "modelPath";

  /** SHA-256 of the data file. */
  public static final String DATA_HASH = "dataHash";

  /** The version of the registered model that this run made. */
  public static final String MODEL_VERSION = "modelVersion";

  /** The version that was in production when the challenger was measured; "" for none. */
  public static final String CHAMPION_VERSION = "championVersion";

  public RunFacts {
    values = Map.copyOf(values);
  }

  public static RunFacts of(StepContext context) {
    return of(context.outputs());
  }

  /**
   * @param outputs of the steps, by step
   */
  public static RunFacts of(Map<String, Map<String, Object>> outputs) {
    Map<String, Object> all = new LinkedHashMap<>();
    outputs.values().forEach(all::putAll);
    all.values().removeIf(Objects::isNull);
    return new RunFacts(all);
  }

  /** A text, empty when no step told it. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key)).map(Object::toString);
  }

  /** {@link #MODEL_PATH}, of a run that began before it was told, too. */
  public String modelPath() {
    return find(MODEL_PATH).orElse("model");
  }

  /**
   * A text that an earlier step must have told.
   *
   * @throws StepFailedException when none has
   */
  public String text(String key) {
    return find(key)
        .orElseThrow(() ->
            new StepFailedException(
                "No earlier step of this run told '%s': check the order of the steps in the definition."
                    .formatted(key)));
  }
}
