package io.drivetrain.pipeline.engine.parameter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where data is read from. */
@ConfigMapping(prefix = "drivetrain.data")
public interface DataConfig {
  /** The data folder; nothing outside of it is ever read as data. Environment: DRIVETRAIN_DATA. */
  @WithDefault("data")
  Path folder();
}
