package io.drivetrain.pipeline.learning.promotion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who answers with the model in production, so that a promotion can be verified there. */
@ConfigMapping(prefix = "drivetrain.serving")
public interface ServingConfig {
  /**
   * Addresses below which {@code POST /predict} answers, parted by commas: {@code
   * http://localhost:8501}. Absent: nothing is verified, and the report says so. Environment:
   * DRIVETRAIN_SERVING_URL.
   */
  Optional<List<URI>> url();

  /** The registered model that they serve; other models are not verified there. */
  @WithDefault("car_price_predictor")
  String model();

  /** How long they may take to load and serve a version that was promoted. */
  @WithDefault("60s")
  Duration within();
}
