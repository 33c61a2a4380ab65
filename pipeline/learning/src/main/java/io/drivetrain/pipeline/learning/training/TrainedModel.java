package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.schema.FeatureSchema;
import java.util.List;

/**
 * What training gives.
 *
 * @param schema with the values and ranges of the training part
 * @param estimator predicts the target on the scale of the encoder
 * @param errorModel predicts the absolute error, in the target's unit
 * @param conformal calibrated on errors of the training part, out of fold
 * @param library that learned the estimator
 * @param foldModels the same without the rows of each fold
 */
record TrainedModel(
    FeatureSchema schema,
    Encoder encoder,
    Estimator estimator,
    Estimator errorModel,
    Conformal conformal,
    Library library,
    List<FoldModel> foldModels) {}
