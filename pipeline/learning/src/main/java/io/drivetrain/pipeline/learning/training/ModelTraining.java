package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.Folds;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Learns a model with its intervals from the training part. Beside the model itself it fits one for
 * each fold without that fold's rows: their errors on these rows, and on the outliers that none of
 * them has learned from, are what a second model, the error model, learns to expect, and what the
 * intervals are calibrated on: new rows will have outliers too. The hold-out has no part in it.
 */
final class ModelTraining {
  private final TrainingSpec spec;
  private final EncodingPlan plan;
  private final ConfiguredTrainer<?> trainer;
  private final ConfiguredTrainer<?> errorTrainer;
  private final TrainingMonitor monitor = new TrainingMonitor();
  private final int threads;

  /**
   * @param threads how many fits run at the same time at most
   */
  ModelTraining(TrainingSpec spec, EncodingPlan plan, ConfiguredTrainer<?> trainer, int threads) {
    this.spec = spec;
    this.plan = plan;
    this.trainer = trainer;
    this.errorTrainer = ConfiguredTrainer.forErrors(spec.errorAlgorithm(), spec.interval().trees());
    this.threads = threads;
  }

  /**
   * Learns. The same examples give the same model, bit for bit, whatever the number of threads.
   *
   * @param schema that the rows were read with
   * @param outliers rows that the intervals are calibrated on too
   */
  TrainedModel train(
      FeatureSchema schema, List<Example> examples, List<Example> outliers, Progress progress)
      throws InterruptedException {
    requireEnough(examples.size());
    List<Row> rows = examples.stream().map(Example::row).toList();
    FeatureSchema seen = schema.seeing(rows);
    Folds folds = Folds.split(rows.size(), spec.interval().folds(), spec.seed());
    int fits = folds.count() + 1;
    int rounds = fits * (trainer.rounds() + errorTrainer.rounds());
    try (ParallelFits running =
        new ParallelFits(threads, monitor, progress, trainer.trainer().round(), rounds)) {
      return train(Part.of(seen, examples), Part.of(seen, outliers), folds, running);
    }
  }

  private TrainedModel train(Part all, Part outliers, Folds folds, ParallelFits running)
      throws InterruptedException {
    List<Callable<FittedModel>> fits = new ArrayList<>();
    fits.add(() -> fit(all));
    for (int fold = 0; fold < folds.count(); fold++) {
      Part others = all.only(folds.outside(fold));
      fits.add(() -> fit(others));
    }
    List<FittedModel> models = running.all(fits);
    FittedModel model = models.getFirst();
    Unseen unseen = unseen(all, outliers, folds, models);
    Folds errorFolds = Folds.split(unseen.values.length, folds.count(), spec.seed());
    List<Estimator> errorModels =
        running.all(errorModelFits(unseen.inputs, unseen.errors(all.size()), errorFolds));
    double[] expected = new double[unseen.values.length];
    for (int fold = 0; fold < errorFolds.count(); fold++) {
      for (int row : errorFolds.inside(fold)) {
        expected[row] = errorModels.get(fold + 1).score(unseen.inputs[row]);
      }
    }
    Conformal conformal =
        Conformal.calibrate(unseen.values, expected, unseen.actual, spec.interval().coverage());
    return new TrainedModel(
        all.schema,
        model.encoding().encoder(),
        model.fitted().estimator(),
        errorModels.getFirst(),
        conformal,
        model.fitted().library(),
        models.stream().skip(1).map(FoldModel::of).toList());
  }

  private FittedModel fit(Part part) {
    return FittedModel.fit(spec, plan, trainer, part.schema, part.rows, part.targets, monitor);
  }

  /**
   * Rows as models predict them that have not seen them, the outliers last.
   *
   * @param inputs of the error model
   */
  private record Unseen(double[][] inputs, double[] values, double[] actual) {

    /**
     * The errors to learn from. That of an outlier counts as the greatest of the rows that were
     * learned from at most: one price with a digit too many would be all that is learned.
     */
    double[] errors(int learned) {
      double[] errors = new double[values.length];
      Arrays.setAll(errors, i -> Math.abs(actual[i] - values[i]));
      double greatest = Arrays.stream(errors, 0, learned).max().orElseThrow();
      Arrays.setAll(errors, i -> Math.min(errors[i], greatest));
      return errors;
    }
  }

  /**
   * @param models the one of all rows, then the one without each fold
   */
  private static Unseen unseen(Part all, Part outliers, Folds folds, List<FittedModel> models) {
    int learned = all.targets.length;
    FittedModel model = models.getFirst();
    double[][] inputs = Arrays.copyOf(model.encoding().outOfFold(), learned + outliers.size());
    double[] values = new double[inputs.length];
    double[] actual = Arrays.copyOf(all.targets, inputs.length);
    for (int fold = 0; fold < folds.count(); fold++) {
      for (int row : folds.inside(fold)) {
        values[row] = models.get(fold + 1).value(all.rows.get(row));
      }
    }
    for (int i = 0; i < outliers.size(); i++) {
      Row row = outliers.rows.get(i);
      inputs[learned + i] = model.encoding().encoder().encode(row);
      values[learned + i] = models.get(1 + i % folds.count()).value(row);
      actual[learned + i] = outliers.targets[i];
    }
    return new Unseen(inputs, values, actual);
  }

  /** The error model of all rows first, then the one without each fold. */
  private List<Callable<Estimator>> errorModelFits(
      double[][] inputs, double[] errors, Folds folds) {
    List<Callable<Estimator>> fits = new ArrayList<>();
    fits.add(() -> errorModel(inputs, errors));
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] others = folds.outside(fold);
      double[][] otherInputs =
          Arrays.stream(others).mapToObj(i -> inputs[i]).toArray(double[][]::new);
      double[] otherErrors = Arrays.stream(others).mapToDouble(i -> errors[i]).toArray();
      fits.add(() -> errorModel(otherInputs, otherErrors));
    }
    return fits;
  }

  private Estimator errorModel(double[][] inputs, double[] errors) {
    TrainingSet rows = TrainingSet.of(inputs, errors);
    return errorTrainer.fit(rows, spec.seed(), monitor).estimator();
  }

  private void requireEnough(int rows) {
    int least = 2 * Math.max(spec.encodingFolds(), spec.interval().folds());
    if (rows < least) {
      throw new StepFailedException(
          "%d training rows are too few: the folds of the definition need %d at least. Use a larger file, or fewer folds in 'training'."
              .formatted(rows, least));
    }
  }

  /** Rows to learn from, with their targets in the target's unit. */
  private record Part(FeatureSchema schema, List<Row> rows, double[] targets) {

    static Part of(FeatureSchema schema, List<Example> examples) {
      return new Part(
          schema,
          examples.stream().map(Example::row).toList(),
          examples.stream().mapToDouble(Example::target).toArray());
    }

    int size() {
      return rows.size();
    }

    Part only(int[] places) {
      return new Part(
          schema,
          Arrays.stream(places).mapToObj(rows::get).toList(),
          Arrays.stream(places).mapToDouble(i -> targets[i]).toArray());
    }
  }
}
