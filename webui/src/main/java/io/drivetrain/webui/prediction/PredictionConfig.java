package io.drivetrain.webui.prediction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;

/** Which model is served, and the limits of a call. */
@ConfigMapping(prefix = "drivetrain.prediction")
public interface PredictionConfig {
  /** Name of the registered model. */
  @WithDefault("car_price_predictor")
  @NotBlank
  String modelName();

  /** The alias whose version is served. */
  @WithDefault("champion")
  @NotBlank
  String alias();

  /** Most rows that one call of POST /predict may carry. */
  @WithDefault("1000")
  @Min(1)
  int maxRows();

  /** Where a POST starts a training run; shown to people while there is no model. */
  URI trainingUri();
}
