package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Objects;

/**
 * How a model is learned. Key {@code training} of a definition. Hyper-parameters are parameters of
 * the run ({@code train.trees} and so on), so that a run can change them; those that a definition
 * does not declare have the defaults of the algorithm.
 *
 * @param algorithm absent: gradient_boosting
 * @param seed of everything random; the same data, definition and seed give the same model
 * @param encodingFolds parts for the out-of-fold target means, at least 2; absent: 10
 * @param interval absent: 90 % intervals from 5 folds
 */
public record TrainingSpec(
    Algorithm algorithm, Long seed, Integer encodingFolds, IntervalSpec interval) {
  public static final DefinitionSection<TrainingSpec> SECTION =
      DefinitionSection.of("training", TrainingSpec.class);

  private static final String USUAL = "gradient_boosting";

  public TrainingSpec {
    algorithm = Objects.requireNonNullElseGet(algorithm, () -> new Algorithm(USUAL));
    seed = Objects.requireNonNullElse(seed, 7L);
    encodingFolds = Objects.requireNonNullElse(encodingFolds, 10);
    interval = Objects.requireNonNullElseGet(interval, () -> new IntervalSpec(null, null, null));
    if (encodingFolds < 2) {
      throw new IllegalArgumentException("encodingFolds must be at least 2");
    }
  }

  /** Predicts how far the predictions of this training are off, whatever its own algorithm is. */
  Algorithm errorAlgorithm() {
    return Algorithm.isInstalled(USUAL) ? new Algorithm(USUAL) : algorithm;
  }
}
