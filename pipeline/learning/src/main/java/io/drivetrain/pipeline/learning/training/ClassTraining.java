package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.Folds;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Learns classes with probabilities that hold. Beside the model itself it fits one for each fold
 * without that fold's rows: what they say of these rows is what the probabilities are calibrated
 * on. The hold-out has no part in it.
 */
final class ClassTraining {
  private final TrainingSpec spec;
  private final EncodingPlan plan;
  private final ConfiguredTrainer<?> trainer;
  private final TrainingMonitor monitor = new TrainingMonitor();
  private final int threads;

  /**
   * @param threads how many fits run at the same time at most
   */
  ClassTraining(TrainingSpec spec, EncodingPlan plan, ConfiguredTrainer<?> trainer, int threads) {
    this.spec = spec;
    this.plan = plan;
    this.trainer = trainer;
    this.threads = threads;
  }

  /**
   * Learns. The same data give the same model, bit for bit, whatever the number of threads.
   *
   * @param schema that the rows were read with
   * @throws IllegalArgumentException when the encoding does not suit classes
   */
  TrainedClasses train(FeatureSchema schema, LearningData data, Progress progress)
      throws InterruptedException {
    List<String> classes = data.facts().classes();
    requireSuitable(classes.size());
    List<Example> examples = data.training();
    requireEnough(examples, classes);
    List<Row> rows = examples.stream().map(Example::row).toList();
    double[] targets = examples.stream().mapToDouble(Example::target).toArray();
    FeatureSchema seen = schema.seeing(rows);
    Folds folds = Folds.split(rows.size(), spec.interval().folds(), spec.seed());
    int rounds = (folds.count() + 1) * trainer.rounds();
    try (ParallelFits running =
        new ParallelFits(threads, monitor, progress, trainer.trainer().round(), rounds)) {
      List<Callable<FittedModel>> fits = new ArrayList<>();
      fits.add(() -> fit(seen, rows, targets, classes.size()));
      for (int fold = 0; fold < folds.count(); fold++) {
        int[] others = folds.outside(fold);
        List<Row> otherRows = Arrays.stream(others).mapToObj(rows::get).toList();
        double[] otherTargets = Arrays.stream(others).mapToDouble(i -> targets[i]).toArray();
        fits.add(() -> fit(seen, otherRows, otherTargets, classes.size()));
      }
      List<FittedModel> models = running.all(fits);
      FittedModel model = models.getFirst();
      double[][] scores = outOfFold(rows, folds, models.subList(1, models.size()));
      return new TrainedClasses(
          seen,
          model.encoding().encoder(),
          model.fitted().estimator(),
          new Head.Classification(classes, ClassCalibration.fit(scores, targets, classes.size())),
          model.fitted().library());
    }
  }

  private FittedModel fit(FeatureSchema schema, List<Row> rows, double[] targets, int classes) {
    return FittedModel.fit(spec, plan, trainer, schema, rows, targets, classes, monitor);
  }

  private static double[][] outOfFold(List<Row> rows, Folds folds, List<FittedModel> models) {
    double[][] scores = new double[rows.size()][];
    for (int fold = 0; fold < folds.count(); fold++) {
      for (int row : folds.inside(fold)) {
        scores[row] = models.get(fold).scores(rows.get(row));
      }
    }
    return scores;
  }

  private void requireSuitable(int classes) {
    if (plan.target() != TargetTransform.IDENTITY) {
      throw new IllegalArgumentException("classes have no logarithm: leave 'encoding.target' out");
    }
    boolean means = plan.columns().stream().anyMatch(ColumnPlan.TargetMean.class::isInstance);
    if (means && classes > 2) {
      throw new IllegalArgumentException(
          "the mean of %d classes says nothing: encode with 'levels' or 'indicator' in place of 'target_mean'"
              .formatted(classes));
    }
  }

  private void requireEnough(List<Example> examples, List<String> classes) {
    int least = 2 * Math.max(spec.encodingFolds(), spec.interval().folds());
    if (examples.size() < least) {
      throw new StepFailedException(
          "%d training rows are too few: the folds of the definition need %d at least. Use a larger file, or fewer folds in 'training'."
              .formatted(examples.size(), least));
    }
    boolean[] seen = new boolean[classes.size()];
    examples.forEach(example -> seen[(int) example.target()] = true);
    for (int place = 0; place < seen.length; place++) {
      if (!seen[place]) {
        throw new StepFailedException(
            "The class %s has no row in the training part. Use a larger file, or leave the class out of 'target.classes'."
                .formatted(classes.get(place)));
      }
    }
  }
}
