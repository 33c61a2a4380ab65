package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.schema.FeatureSchema;

/**
 * What the training of a classification gives.
 *
 * @param schema with the values and ranges of the training part
 * @param estimator scores the classes
 * @param head with a calibration from the training part, out of fold
 * @param library that learned the estimator
 */
record TrainedClasses(
    FeatureSchema schema,
    Encoder encoder,
    Estimator estimator,
    Head.Classification head,
    Library library) {}
