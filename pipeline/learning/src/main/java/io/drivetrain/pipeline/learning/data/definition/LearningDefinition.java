package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a definition says about the data that its runs learn from. */
public final class LearningDefinition {
  /** The run parameter that names the file, below the data folder. */
  public static final String PARAMETER = "data";

  /** What a definition must have for this. */
  public static final Set<DefinitionSection<?>> SECTIONS =
      Set.of(
          SourceSpec.SECTION,
          FeatureSpec.SECTION,
          TargetSpec.SECTION,
          PreparationSpec.SECTION,
          SplitSpec.SECTION);

  private LearningDefinition() {}

  /**
   * Checks that the runs of a definition will say which file to read. For {@link
   * io.drivetrain.pipeline.engine.definition.StepKind#check} of every kind that reads it.
   *
   * @throws DefinitionException when it declares no parameter {@value #PARAMETER} of type file
   */
  public static void requireParameter(PipelineDefinition definition) {
    List<ParameterSpec> declared = definition.parameters();
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i).name().equals(PARAMETER)) {
        if (declared.get(i).type() != ParameterType.FILE) {
          throw new DefinitionException(
              "parameter data must be of type file: it names the file that is learned from",
              "parameters",
              i,
              "type");
        }
        return;
      }
    }
    throw new DefinitionException(
        "the parameter that names the file to learn from is missing; add {name: data, type: file,"
            + " default: FILE}, with FILE below the data folder",
        "parameters");
  }

  /** The schema of a definition before any data was seen. */
  public static FeatureSchema schema(PipelineDefinition definition) {
    try {
      return new FeatureSchema(
          definition.section(FeatureSpec.SECTION).stream().map(FeatureSpec::feature).toList(),
          definition.section(TargetSpec.SECTION).target(),
          definition.section(SourceSpec.SECTION).missing());
    } catch (IllegalArgumentException wrong) {
      throw new DefinitionException(wrong.getMessage(), FeatureSpec.SECTION.key());
    }
  }

  /** The canonical names of a definition's features, in order, and then of its target. */
  public static Set<String> columns(PipelineDefinition definition) {
    FeatureSchema schema = schema(definition);
    Set<String> columns = new LinkedHashSet<>();
    schema.features().forEach(feature -> columns.add(feature.name()));
    columns.add(schema.target().name());
    return columns;
  }
}
