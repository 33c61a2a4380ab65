package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.trainer.InputTraits.Direction;
import java.util.List;
import java.util.Map;
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
 * @param monotone how predictions must move while a feature grows and the others stay, {@code
 *     {mileage_km: falling}}; for algorithms that keep it, such as lightgbm. Absent: any way
 * @param nominal features whose levels have no order: lightgbm then splits on sets of them; others
 *     read the levels as numbers. Absent: none
 */
public record TrainingSpec(
    Algorithm algorithm,
    Long seed,
    Integer encodingFolds,
    IntervalSpec interval,
    Map<String, Direction> monotone,
    List<String> nominal) {
  public static final DefinitionSection<TrainingSpec> SECTION =
      DefinitionSection.of("training", TrainingSpec.class);

  private static final String USUAL = "gradient_boosting";

  public TrainingSpec(
      Algorithm algorithm, Long seed, Integer encodingFolds, IntervalSpec interval) {
    this(algorithm, seed, encodingFolds, interval, null, null);
  }

  public TrainingSpec {
    monotone = monotone == null ? Map.of() : Map.copyOf(monotone);
    nominal = nominal == null ? List.of() : List.copyOf(nominal);
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
