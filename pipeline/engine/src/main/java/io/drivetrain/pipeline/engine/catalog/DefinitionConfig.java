package io.drivetrain.pipeline.engine.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where pipelines are defined. */
@ConfigMapping(prefix = "drivetrain.definition")
public interface DefinitionConfig {
  /** Every *.yaml and *.yml in it is a pipeline. Environment: DRIVETRAIN_DEFINITIONS. */
  @WithDefault("pipeline/definitions")
  Path folder();

  /** How often the folder is looked at for changes. */
  @WithDefault("2s")
  Duration watch();
}
