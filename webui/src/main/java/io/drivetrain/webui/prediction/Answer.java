package io.drivetrain.webui.prediction;

import io.drivetrain.models.prediction.Prediction;

/** What POST /predict answers for one row: a value, or classes. */
public sealed interface Answer permits PredictionAnswer, ClassAnswer {

  static Answer of(ServedModel model, Prediction prediction) {
    return switch (prediction) {
      case Prediction.Value value -> PredictionAnswer.of(model, value);
      case Prediction.Classes classes -> ClassAnswer.of(model, classes);
    };
  }
}
