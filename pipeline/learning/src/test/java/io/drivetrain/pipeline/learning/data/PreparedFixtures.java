package io.drivetrain.pipeline.learning.data;

import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.learning.data.definition.DataSpec;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import io.drivetrain.pipeline.learning.data.source.DataFile;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files that were read and prepared without a run. */
public final class PreparedFixtures {
  private PreparedFixtures() {}

  /**
   * @param folder of the test, where the prepared data is left
   */
  public static PreparedSource prepare(Path folder, String name, String csv, DataSpec spec)
      throws IOException {
    ReadingLimits limits = new ReadingLimits(folder);
    Path own = Files.createTempDirectory(folder, "prepared");
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    DataFile file =
        DataFile.copy(
            name, new ByteArrayInputStream(bytes), own.resolve("source"), spec.source().encoding());
    Path parquet = own.resolve("prepared.parquet");
    DataTable table = new Preparation(spec, limits).write(file, parquet);
    Files.delete(file.path());
    return new PreparedSource(
        table, parquet, new PreparedReader(spec.schema(), limits).read(parquet));
  }

  /** Data of which every row is different and usable. */
  public static LearningData data(
      String name, String sha256, long splitSeed, List<Example> training, List<Example> holdOut) {
    long rows = training.size() + holdOut.size();
    DataFacts facts =
        new DataFacts(
            name,
            sha256,
            rows,
            rows,
            LineCounts.ofRows(rows),
            List.of(),
            Map.of("refused", 0L, "duplicate", 0L, "outlier", 0L),
            training.size(),
            holdOut.size(),
            splitSeed,
            List.of());
    return new LearningData(facts, List.of(), training, List.of(), holdOut);
  }
}
