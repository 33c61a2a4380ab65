package io.drivetrain.models.bundle;

import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.schema.FeatureSchema;

/** That the parts of a bundle fit each other and can predict finite numbers only. */
final class PartsCheck {

  private PartsCheck() {}

  /**
   * @throws IllegalArgumentException saying what does not fit
   */
  static void check(FeatureSchema schema, Encoder encoder, Estimator estimator, Head head) {
    if (!encoder.schema().equals(schema)) {
      throw new IllegalArgumentException("the encoder was fitted for another schema");
    }
    checkInputs("the estimator", estimator, encoder);
    double[] greatestInputs = encoder.greatestInputs();
    double greatest = estimator.greatestScore(greatestInputs);
    switch (head) {
      case Head.Regression(Estimator errorModel, Conformal conformal) -> {
        checkOutputs(estimator, 1);
        checkInputs("the error model", errorModel, encoder);
        checkScores("the estimator", encoder.toRaw(greatest));
        checkScores(
            "the error model", errorModel.greatestScore(greatestInputs) * conformal.quantile());
      }
      case Head.Classification classification -> {
        if (!classification.fits(estimator.outputs())) {
          checkOutputs(estimator, classification.classes().size());
        }
        checkScores("the estimator", classification.calibration().greatest(greatest));
        if (encoder.target() != TargetTransform.IDENTITY) {
          throw new IllegalArgumentException(
              "classes are learned without a transform of the target");
        }
      }
    }
  }

  private static void checkInputs(String part, Estimator estimator, Encoder encoder) {
    if (estimator.columns() != encoder.size()) {
      throw new IllegalArgumentException(
          "%s takes %d inputs, the encoder makes %d"
              .formatted(part, estimator.columns(), encoder.size()));
    }
  }

  private static void checkOutputs(Estimator estimator, int asked) {
    if (estimator.outputs() != asked) {
      throw new IllegalArgumentException(
          "the estimator has %d outputs, the model needs %d".formatted(estimator.outputs(), asked));
    }
  }

  private static void checkScores(String part, double greatest) {
    if (!Double.isFinite(greatest)) {
      throw new IllegalArgumentException(part + " may predict more than a number can hold");
    }
  }
}
