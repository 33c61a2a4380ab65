package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.TrainingRange;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.training.Algorithm;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A challenger and everything that the gates judge it by.
 *
 * @param scores of the challenger, for every row of the hold-out
 * @param metrics of these scores
 * @param schema that the rows were read with
 * @param training the rows that the challenger learned from
 * @param baseline predictions of the hold-out by a trainer that learns from these rows, in the
 *     target's unit
 */
public record EvaluationContext(
    ModelBundle challenger,
    Scores scores,
    HoldOutMetrics metrics,
    Champion champion,
    FeatureSchema schema,
    List<Example> training,
    Function<Algorithm, double[]> baseline) {

  public EvaluationContext {
    training = List.copyOf(training);
  }

  /** The places of the hold-out's rows whose target lies inside the training range. */
  int[] inRange() {
    TrainingRange range =
        TrainingRange.of(training.stream().mapToDouble(Example::target).toArray());
    return IntStream.range(0, holdOut().size())
        .filter(row -> range.holds(holdOut().get(row).target()))
        .toArray();
  }

  List<Example> holdOut() {
    return scores.examples();
  }
}
