package io.drivetrain.pipeline.learning.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The registry that runs are recorded in and models are published to. */
@ConfigMapping(prefix = "drivetrain.registry")
public interface RegistryConfig {
  /** Address of an MLflow tracking server. Environment: MLFLOW_TRACKING_URI. */
  @WithDefault("${MLFLOW_TRACKING_URI:http://localhost:5000}")
  URI trackingUri();

  /**
   * Commit that this software was built from, kept with every run and model. Environment:
   * GIT_COMMIT.
   */
  @WithDefault("${GIT_COMMIT:unknown}")
  String commit();
}
