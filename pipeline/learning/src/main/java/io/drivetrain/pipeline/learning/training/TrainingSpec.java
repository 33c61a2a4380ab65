package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Objects;

/**
 * How a model is learned. Key {@code training} of a definition. Hyper-parameters are parameters of
 * the run ({@code train.trees} and so on), so that a run can change them; those that a definition
 * does not declare have the defaults of {@link #DEFAULTS}.
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

  /** For the parameters that a definition does not declare. */
  public static final TreeParameters DEFAULTS = new TreeParameters(500, 8, 16, 5, 0.05, 0.7, 0);

  public TrainingSpec {
    algorithm = Objects.requireNonNullElse(algorithm, Algorithm.GRADIENT_BOOSTING);
    seed = Objects.requireNonNullElse(seed, 7L);
    encodingFolds = Objects.requireNonNullElse(encodingFolds, 10);
    interval = Objects.requireNonNullElseGet(interval, () -> new IntervalSpec(null, null, null));
    if (encodingFolds < 2) {
      throw new IllegalArgumentException("encodingFolds must be at least 2");
    }
  }
}
