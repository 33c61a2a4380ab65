package io.drivetrain.webui.prediction.ui;

import io.drivetrain.models.explanation.Explanation;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.webui.prediction.ServedModel;

/** A prediction with everything that the page says about it. */
record Answered(
    ServedModel model, RowReading reading, Prediction.Value prediction, Explanation explanation) {

  static Answered by(ServedModel model, RowReading reading) {
    return new Answered(
        model,
        reading,
        model.bundle().predict(reading).asValue(),
        model.bundle().explain(reading.row()));
  }

  FeatureSchema schema() {
    return model.bundle().schema();
  }
}
