package io.drivetrain.pipeline.learning.quality.check;

import io.drivetrain.pipeline.learning.drift.TrainingProfile;

/** The data that the model in production was trained on. */
public sealed interface EarlierData {

  /**
   * @param version of the model
   */
  record Known(String version, TrainingProfile profile) implements EarlierData {}

  /**
   * There is nothing to compare with.
   *
   * @param reason for people: {@code no model is in production}
   */
  record Unknown(String reason) implements EarlierData {}
}
