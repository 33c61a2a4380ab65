package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;

/**
 * How the data of a definition is read, prepared and split.
 *
 * @param schema before any data was seen
 * @param target how its column is read
 */
public record DataSpec(
    SourceSpec source,
    FeatureSchema schema,
    TargetColumn target,
    PreparationSpec preparation,
    SplitSpec split) {

  public DataSpec {
    if (preparation.outlierFactor() != null && !(target instanceof TargetColumn.Number)) {
      throw new DefinitionException(
          "classes have no outliers: leave 'outlierFactor' out", PreparationSpec.SECTION.key());
    }
  }

  /**
   * With a number for a target.
   *
   * @param number that is read by the rules of features
   */
  public DataSpec(
      SourceSpec source,
      FeatureSchema schema,
      NumericFeature number,
      PreparationSpec preparation,
      SplitSpec split) {
    this(source, schema, new TargetColumn.Number(number), preparation, split);
  }

  public static DataSpec of(PipelineDefinition definition) {
    return new DataSpec(
        definition.section(SourceSpec.SECTION),
        LearningDefinition.schema(definition),
        definition.section(TargetSpec.SECTION).column(),
        definition.section(PreparationSpec.SECTION),
        definition.section(SplitSpec.SECTION));
  }
}
