package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.Objects;

/**
 * Where runs and models are kept in the registry. Key {@code model} of a definition.
 *
 * @param name of the registered model
 * @param experiment that the runs belong to
 * @param alias of the version in production; absent: champion
 */
public record ModelSpec(String name, String experiment, String alias) {
  public static final DefinitionSection<ModelSpec> SECTION =
      DefinitionSection.of("model", ModelSpec.class);

  public ModelSpec {
    Objects.requireNonNull(name, "model needs a name");
    Objects.requireNonNull(experiment, "model needs an experiment");
    alias = Objects.requireNonNullElse(alias, "champion");
  }
}
