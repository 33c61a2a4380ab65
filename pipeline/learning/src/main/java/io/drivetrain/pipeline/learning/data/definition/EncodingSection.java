package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;

/** Key {@code encoding} of a definition: see {@link EncodingPlan}. */
public final class EncodingSection {
  public static final DefinitionSection<EncodingPlan> SECTION =
      DefinitionSection.of("encoding", EncodingPlan.class);

  private EncodingSection() {}
}
