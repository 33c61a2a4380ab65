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
 * each fold without that fold's rows: their errors on these rows are what a second model, the error
 * model, learns to expect, and what the intervals are calibrated on. The hold-out has no part in
 * it.
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
   */
  TrainedModel train(FeatureSchema schema, List<Example> examples, Progress progress)
      throws InterruptedException {
    requireEnough(examples.size());
    List<Row> rows = examples.stream().map(Example::row).toList();
    double[] targets = examples.stream().mapToDouble(Example::target).toArray();
    FeatureSchema seen = schema.seeing(rows);
    Folds folds = Folds.split(rows.size(), spec.interval().folds(), spec.seed());
    int fits = folds.count() + 1;
    int rounds = fits * (trainer.rounds() + errorTrainer.rounds());
    try (ParallelFits running =
        new ParallelFits(threads, monitor, progress, trainer.trainer().round(), rounds)) {
      return train(new Part(seen, rows, targets), folds, running);
    }
  }

  private TrainedModel train(Part all, Folds folds, ParallelFits running)
      throws InterruptedException {
    List<Callable<FittedModel>> fits = new ArrayList<>();
    fits.add(() -> fit(all));
    for (int fold = 0; fold < folds.count(); fold++) {
      Part others = all.only(folds.outside(fold));
      fits.add(() -> fit(others));
    }
    List<FittedModel> models = running.all(fits);
    FittedModel model = models.getFirst();
    double[] values = outOfFold(all, folds, models.subList(1, models.size()));
    double[] errors = new double[values.length];
    Arrays.setAll(errors, i -> Math.abs(all.targets[i] - values[i]));

    double[][] inputs = model.encoding().outOfFold();
    List<Estimator> errorModels = running.all(errorModelFits(inputs, errors, folds));
    double[] expected = new double[values.length];
    for (int fold = 0; fold < folds.count(); fold++) {
      for (int row : folds.inside(fold)) {
        expected[row] = errorModels.get(fold + 1).score(inputs[row]);
      }
    }
    Conformal conformal =
        Conformal.calibrate(values, expected, all.targets, spec.interval().coverage());
    return new TrainedModel(
        all.schema,
        model.encoding().encoder(),
        model.fitted().estimator(),
        errorModels.getFirst(),
        conformal,
        model.fitted().library());
  }

  private FittedModel fit(Part part) {
    return FittedModel.fit(spec, plan, trainer, part.schema, part.rows, part.targets, monitor);
  }

  private static double[] outOfFold(Part all, Folds folds, List<FittedModel> models) {
    double[] values = new double[all.targets.length];
    for (int fold = 0; fold < folds.count(); fold++) {
      for (int row : folds.inside(fold)) {
        values[row] = models.get(fold).value(all.rows.get(row));
      }
    }
    return values;
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

    Part only(int[] places) {
      return new Part(
          schema,
          Arrays.stream(places).mapToObj(rows::get).toList(),
          Arrays.stream(places).mapToDouble(i -> targets[i]).toArray());
    }
  }
}
