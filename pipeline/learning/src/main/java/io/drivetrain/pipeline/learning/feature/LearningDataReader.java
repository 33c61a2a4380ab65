package io.drivetrain.pipeline.learning.feature;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.DataFolder;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.ParameterType;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.learning.data.DataTable;
import io.drivetrain.pipeline.learning.data.IngestConfig;
import io.drivetrain.pipeline.learning.data.SourceSpec;
import io.drivetrain.pipeline.learning.data.TableReader;
import io.drivetrain.pipeline.learning.data.UnusableDataException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Reads the data of a run. Every step that needs it reads the file again, which takes less time
 * than handing it on would, and lets a step run in any process: the same bytes give the same parts.
 */
@ApplicationScoped
public class LearningDataReader {
  private static final Logger LOG = Logger.getLogger(LearningDataReader.class);

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

  private final DataFolder folder;
  private final IngestConfig config;

  public LearningDataReader(DataFolder folder, IngestConfig config) {
    this.folder = folder;
    this.config = config;
  }

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

  /**
   * Reads the file again in a later step.
   *
   * @param sha256 of the file when the run looked at it first
   * @throws StepFailedException when the file has changed since
   */
  public LearningData readAgain(StepContext context, String sha256) throws IOException {
    try {
      LearningData data = read(context);
      if (data.table().file().sha256().equals(sha256)) {
        return data;
      }
    } catch (UnusableDataException gone) {
      throw new StepFailedException(gone.getMessage(), gone);
    }
    throw new StepFailedException(
        "The file %s was changed while the run was under way. Start another run."
            .formatted(context.parameters().file(PARAMETER)));
  }

  /**
   * Reads the file of a run.
   *
   * @throws UnusableDataException when it is not there, or not what the definition says
   */
  public LearningData read(StepContext context) throws IOException {
    String name = context.parameters().file(PARAMETER);
    Path path =
        folder
            .resolve(name)
            .orElseThrow(() ->
                new UnusableDataException(
                    "There is no readable file '" + name + "' in the data folder."));
    PipelineDefinition definition = context.definition();
    TableReader reader =
        new TableReader(
            definition.section(SourceSpec.SECTION),
            schema(definition),
            definition.section(TargetSpec.SECTION).number(),
            config);
    DataTable table = reader.read(name, path);
    Preparation preparation = Preparation.of(table, definition.section(PreparationSpec.SECTION));
    SplitSpec spec = definition.section(SplitSpec.SECTION);
    Split split = Split.of(preparation.examples(), spec);
    LOG.infof("%s: %d rows, SHA-256 %s", name, table.rowCount(), table.file().sha256());
    LOG.infof(
        "%d rows to learn from, %d held out; left out: %s",
        split.training().size(), split.holdOut().size(), new TreeMap<>(preparation.dropped()));
    return new LearningData(table, preparation, split, spec.seed());
  }
}
