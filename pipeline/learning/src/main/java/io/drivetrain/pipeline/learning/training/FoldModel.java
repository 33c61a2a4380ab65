package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.schema.Row;

/** A model that was fitted without the rows of one fold. */
record FoldModel(Encoder encoder, Estimator estimator) {

  static FoldModel of(FittedModel model) {
    return new FoldModel(model.encoding().encoder(), model.fitted().estimator());
  }

  /** The predicted value of a row, in the target's unit. */
  double value(Row row) {
    return encoder.toRaw(estimator.score(encoder.encode(row)));
  }
}
