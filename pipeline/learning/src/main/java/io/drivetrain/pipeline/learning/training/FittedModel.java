package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.EncoderFitting;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.FittedEncoding;
import io.drivetrain.models.prediction.RowScores;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.Arrays;
import java.util.List;

/** An encoder and an estimator, fitted on the same rows. */
record FittedModel(FittedEncoding encoding, Fitted fitted) {

  /**
   * @param targets in the target's unit
   */
  static FittedModel fit(
      TrainingSpec spec,
      EncodingPlan plan,
      ConfiguredTrainer<?> trainer,
      FeatureSchema schema,
      List<Row> rows,
      double[] targets,
      TrainingMonitor monitor) {
    return fit(spec, plan, trainer, schema, rows, targets, 0, monitor);
  }

  /**
   * @param targets in the target's unit, or places of classes
   * @param classes how many; 0 for numbers
   */
  static FittedModel fit(
      TrainingSpec spec,
      EncodingPlan plan,
      ConfiguredTrainer<?> trainer,
      FeatureSchema schema,
      List<Row> rows,
      double[] targets,
      int classes,
      TrainingMonitor monitor) {
    FittedEncoding encoding =
        EncoderFitting.fit(schema, plan, rows, targets, spec.encodingFolds(), spec.seed());
    double[] scaled = Arrays.stream(targets).map(encoding.encoder()::toTarget).toArray();
    TrainingSet set =
        new EncodedTrainingSet(
            encoding.rows(),
            scaled,
            classes,
            new PlannedTraits(spec, plan).traits(encoding.encoder()));
    return new FittedModel(encoding, trainer.fit(set, spec.seed(), monitor));
  }

  /** The scores of a row. */
  double[] scores(Row row) {
    return RowScores.of(encoding.encoder(), fitted.estimator(), row);
  }

  /** The predicted value of a row, in the target's unit. */
  double value(Row row) {
    double score = fitted.estimator().score(encoding.encoder().encode(row));
    return encoding.encoder().toRaw(score);
  }
}
