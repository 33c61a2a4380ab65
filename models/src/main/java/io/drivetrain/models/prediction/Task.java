package io.drivetrain.models.prediction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model is trained to do. */
public enum Task {
  /** Predict a number. */
  @JsonProperty("regression")
  REGRESSION,

  /** Predict one of several classes. */
  @JsonProperty("classification")
  CLASSIFICATION
}
