package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;

/**
 * How the data of a definition is read, prepared and split.
 *
 * @param schema before any data was seen
 * @param target as a number that is read by the rules of features
 */
public record DataSpec(
    SourceSpec source,
    FeatureSchema schema,
    NumericFeature target,
    PreparationSpec preparation,
    SplitSpec split) {

  public static DataSpec of(PipelineDefinition definition) {
    return new DataSpec(
        definition.section(SourceSpec.SECTION),
        LearningDefinition.schema(definition),
        definition.section(TargetSpec.SECTION).number(),
        definition.section(PreparationSpec.SECTION),
        definition.section(SplitSpec.SECTION));
  }
}
