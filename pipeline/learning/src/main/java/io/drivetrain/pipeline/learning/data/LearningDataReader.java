package io.drivetrain.pipeline.learning.data;

import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.DataFolder;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.learning.data.definition.LearningDefinition;
import io.drivetrain.pipeline.learning.data.definition.PreparationSpec;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.definition.SplitSpec;
import io.drivetrain.pipeline.learning.data.definition.TargetSpec;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import io.drivetrain.pipeline.learning.data.source.TableReader;
import io.drivetrain.pipeline.learning.data.source.UnusableDataException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Reads the data of a run. Every step that needs it reads the file again, which takes less time
 * than handing it on would, and lets a step run in any process: the same bytes give the same parts.
 */
@ApplicationScoped
public class LearningDataReader {
  private static final Logger LOG = Logger.getLogger(LearningDataReader.class);

  private final DataFolder folder;
  private final IngestConfig config;

  public LearningDataReader(DataFolder folder, IngestConfig config) {
    this.folder = folder;
    this.config = config;
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
            .formatted(context.parameters().file(LearningDefinition.PARAMETER)));
  }

  /**
   * Reads the file of a run.
   *
   * @throws UnusableDataException when it is not there, or not what the definition says
   */
  public LearningData read(StepContext context) throws IOException {
    String name = context.parameters().file(LearningDefinition.PARAMETER);
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
            LearningDefinition.schema(definition),
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
