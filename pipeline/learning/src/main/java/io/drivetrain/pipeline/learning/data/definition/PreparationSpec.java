package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;

/**
 * What is left out. Key {@code preparation} of a definition. Repeated rows are always left out: one
 * on each side of the split would be a test on the training data.
 *
 * @param outlierFactor rows of the training part whose target lies more than this many
 *     interquartile ranges outside its quartiles are not learned from; the hold-out keeps such
 *     rows; absent: all are learned from
 */
public record PreparationSpec(Double outlierFactor) {
  public static final DefinitionSection<PreparationSpec> SECTION =
      DefinitionSection.of("preparation", PreparationSpec.class);

  public PreparationSpec {
    if (outlierFactor != null && !(outlierFactor > 0)) {
      throw new IllegalArgumentException("outlierFactor must be above 0");
    }
  }
}
