package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.prediction.RowScores;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import java.time.Instant;
import java.util.List;

/** A trained classification on its way into a bundle: measured, with its provenance. */
record ClassChallenger(TrainedClasses model, LearningData data, ConfiguredTrainer<?> trainer) {
  private static final List<FieldIssue> NO_WARNINGS = List.of();

  ModelBundle bundle(String commit, Instant started, Instant finished) {
    List<Example> holdOut = data.holdOut();
    int[] actual = holdOut.stream().mapToInt(example -> (int) example.target()).toArray();
    double[][] probabilities = holdOut.stream().map(this::probabilities).toArray(double[][]::new);
    return new ModelBundle(
        model.schema(),
        model.encoder(),
        model.estimator(),
        model.head(),
        HoldOutMetrics.of(actual, probabilities).byName(),
        Challenger.provenance(
            data, trainer, Task.CLASSIFICATION, model.library(), commit, started, finished),
        model.schema().values(data.training().getFirst().row()));
  }

  private double[] probabilities(Example example) {
    double[] scores = RowScores.of(model.encoder(), model.estimator(), example.row());
    return model.head().predict(scores, NO_WARNINGS).numbers();
  }
}
