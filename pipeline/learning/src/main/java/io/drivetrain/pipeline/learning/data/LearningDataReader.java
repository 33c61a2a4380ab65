package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.quality.PreparedData;
import io.drivetrain.pipeline.api.quality.QualityResult;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.learning.data.definition.DataSpec;
import io.drivetrain.pipeline.learning.data.definition.LearningDefinition;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.source.DataFile;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import io.drivetrain.pipeline.learning.data.source.SourceFiles;
import io.drivetrain.pipeline.learning.data.source.UnusableDataException;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Reads the data of a run. The first step that needs it reads the file, once, and keeps it
 * prepared; the later ones read what was kept, in any process: the same bytes give the same parts.
 */
@ApplicationScoped
public class LearningDataReader {
  private static final Logger LOG = Logger.getLogger(LearningDataReader.class);

  private final SourceFiles files;
  private final PreparedStore store;
  private final IngestConfig config;

  public LearningDataReader(SourceFiles files, PreparedStore store, IngestConfig config) {
    this.files = files;
    this.store = store;
    this.config = config;
  }

  /**
   * Reads the file of a run and prepares it.
   *
   * @throws UnusableDataException when it is not there, or not what the definition says
   */
  public PreparedSource prepare(StepContext context) throws IOException {
    return prepare(context, context.parameters().file(LearningDefinition.PARAMETER));
  }

  /** Stores prepared data for the later steps of the run. */
  public PreparedData keep(TrackingRun run, PreparedSource source) throws IOException {
    PreparedData kept = store.keep(run, source.parquet());
    LOG.infof("Stored the prepared data in %s, %,d bytes", kept.uri(), kept.bytes());
    return kept;
  }

  /**
   * Reads in a later step what the first one has prepared. The file itself is read again only when
   * nothing was kept, or when the registry has lost it.
   *
   * @throws StepFailedException when other data was kept, or the file has changed in between
   */
  public LearningData read(StepContext context) throws IOException {
    Optional<PreparedData> kept =
        context.outputs().find(QualityResult.class, QualityResult::prepared);
    Optional<Path> parquet = kept.isEmpty() ? Optional.empty() : store.fetch(kept.orElseThrow());
    if (parquet.isEmpty()) {
      return readFileAgain(context);
    }
    FeatureSchema schema = LearningDefinition.schema(context.definition());
    return logged(new PreparedReader(schema, config).read(parquet.orElseThrow()));
  }

  private LearningData readFileAgain(StepContext context) throws IOException {
    String name =
        context.require(QualityResult.class, QualityResult::data, LearningDefinition.PARAMETER);
    try (PreparedSource source = prepare(context, name)) {
      if (source.data().facts().sha256().equals(RunResults.dataHash(context))) {
        return source.data();
      }
    } catch (UnusableDataException gone) {
      throw new StepFailedException(gone.getMessage(), gone);
    }
    throw new StepFailedException(
        "The file %s was changed while the run was under way. Start another run.".formatted(name));
  }

  private PreparedSource prepare(StepContext context, String name) throws IOException {
    DataSpec spec = DataSpec.of(context.definition());
    Path folder =
        Files.createTempDirectory(Files.createDirectories(config.spillFolder()), "prepare-");
    Path copy = folder.resolve("source");
    Path parquet = folder.resolve("prepared.parquet");
    try (InputStream source = files.open(name)) {
      DataFile file = DataFile.copy(name, source, copy, spec.source().encoding());
      DataTable table = new Preparation(spec, config).write(file, parquet);
      Files.delete(copy);
      LearningData data = new PreparedReader(spec.schema(), config).read(parquet);
      return new PreparedSource(table, parquet, logged(data));
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(parquet);
      Files.delete(folder);
      throw failed;
    }
  }

  private static LearningData logged(LearningData data) {
    DataFacts facts = data.facts();
    LOG.infof("%s: %d rows, SHA-256 %s", facts.name(), facts.rows(), facts.sha256());
    LOG.infof(
        "%d rows to learn from, %d held out; left out: %s",
        facts.training(), facts.holdOut(), new TreeMap<>(facts.dropped()));
    return data;
  }
}
