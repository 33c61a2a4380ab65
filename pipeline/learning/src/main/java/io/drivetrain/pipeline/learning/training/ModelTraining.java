package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.EncoderFitting;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.FittedEncoding;
import io.drivetrain.models.encoding.Folds;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.learning.data.Example;
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
  private final Trainer trainer;
  private final Trainer errorTrainer;
  private final TrainingMonitor watch = new TrainingMonitor();
  private final int threads;

  /**
   * @param threads how many fits run at the same time at most
   */
  ModelTraining(TrainingSpec spec, EncodingPlan plan, TreeParameters parameters, int threads) {
    this.spec = spec;
    this.plan = plan;
    this.trainer = spec.algorithm().trainer(parameters);
    this.errorTrainer = new GradientBoostingTrainer(spec.interval().errorModelParameters());
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
    int allTrees = fits * (trainer.trees() + errorTrainer.trees());
    try (ParallelFits running = new ParallelFits(threads, watch, progress, allTrees)) {
      return train(new Part(seen, rows, targets), folds, running);
    }
  }

  private TrainedModel train(Part all, Folds folds, ParallelFits running)
      throws InterruptedException {
    List<Callable<Fit>> fits = new ArrayList<>();
    fits.add(() -> fit(all));
    for (int fold = 0; fold < folds.count(); fold++) {
      Part others = all.only(folds.outside(fold));
      fits.add(() -> fit(others));
    }
    List<Fit> models = running.all(fits);
    Fit model = models.getFirst();
    double[] values = outOfFold(all, folds, models.subList(1, models.size()));
    double[] errors = new double[values.length];
    Arrays.setAll(errors, i -> Math.abs(all.targets[i] - values[i]));

    double[][] inputs = model.encoding.outOfFold();
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
        all.schema, model.encoding.encoder(), model.estimator, errorModels.getFirst(), conformal);
  }

  private Fit fit(Part part) {
    FittedEncoding encoding =
        EncoderFitting.fit(
            part.schema, plan, part.rows, part.targets, spec.encodingFolds(), spec.seed());
    double[] scaled = Arrays.stream(part.targets).map(encoding.encoder()::toTarget).toArray();
    return new Fit(encoding, trainer.train(encoding.outOfFold(), scaled, spec.seed(), watch));
  }

  private static double[] outOfFold(Part all, Folds folds, List<Fit> models) {
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
    fits.add(() -> errorTrainer.train(inputs, errors, spec.seed(), watch));
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] others = folds.outside(fold);
      double[][] otherInputs =
          Arrays.stream(others).mapToObj(i -> inputs[i]).toArray(double[][]::new);
      double[] otherErrors = Arrays.stream(others).mapToDouble(i -> errors[i]).toArray();
      fits.add(() -> errorTrainer.train(otherInputs, otherErrors, spec.seed(), watch));
    }
    return fits;
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

  private record Fit(FittedEncoding encoding, Estimator estimator) {

    double value(Row row) {
      return encoding.encoder().toRaw(estimator.score(encoding.encoder().encode(row)));
    }
  }
}
