package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.RowColumns;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads prepared data. */
final class PreparedReader {
  private static final int FIRST_FEATURE = 4;

  private final FeatureSchema schema;
  private final IngestConfig config;

  /**
   * @param schema that the data was prepared with
   */
  PreparedReader(FeatureSchema schema, IngestConfig config) {
    this.schema = schema;
    this.config = config;
  }

  /** Reads the columns of the rows with accepted values, each different one once. */
  LearningData read(Path parquet) throws IOException {
    try (LockedDuckDb duckDb = LockedDuckDb.streaming(config, parquet)) {
      DataFacts facts = facts(duckDb, parquet);
      return examples(duckDb, parquet, facts);
    } catch (SQLException failed) {
      throw new IOException("The prepared data cannot be read: " + failed.getMessage(), failed);
    }
  }

  private record Count(long rows, long copies) {}

  private static DataFacts facts(LockedDuckDb duckDb, Path parquet) throws SQLException {
    PreparedNotes notes = PreparedNotes.read(duckDb, parquet);
    Map<Part, Count> counts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      counts.put(part, new Count(0, 0));
    }
    String query =
        "select %1$s, count(*), sum(%2$s)::bigint from %3$s group by %1$s"
            .formatted(PreparedColumns.PART, PreparedColumns.COPIES, rows(parquet));
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        counts.put(Part.of(result.getString(1)), new Count(result.getLong(2), result.getLong(3)));
      }
    }
    long rows = counts.values().stream().mapToLong(Count::copies).sum();
    long refused = counts.get(Part.REFUSED).copies;
    long outliers = counts.get(Part.OUTLIER).rows;
    long training = counts.get(Part.TRAINING).rows;
    long holdOut = counts.get(Part.HOLD_OUT).rows;
    Map<String, Long> dropped = new LinkedHashMap<>();
    dropped.put(Part.REFUSED.key(), refused);
    dropped.put(Part.DUPLICATE.key(), rows - refused - outliers - training - holdOut);
    dropped.put(Part.OUTLIER.key(), outliers);
    return new DataFacts(
        notes.source(),
        notes.sha256(),
        rows,
        counts.values().stream().mapToLong(Count::rows).sum(),
        notes.reading().lines(),
        notes.reading().notes(),
        dropped,
        training,
        holdOut,
        notes.splitSeed(),
        notes.reading().classes());
  }

  private LearningData examples(LockedDuckDb duckDb, Path parquet, DataFacts facts)
      throws SQLException {
    int count = Math.toIntExact(facts.accepted());
    RowColumns rows = new RowColumns(schema, count);
    long[] lines = new long[count];
    double[] targets = new double[count];
    Part[] parts = new Part[count];
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query(parquet))) {
      for (int i = 0; result.next(); i++) {
        lines[i] = result.getLong(1);
        parts[i] = Part.of(result.getString(2));
        targets[i] = result.getDouble(3);
        for (int feature = 0; feature < schema.size(); feature++) {
          Object value = result.getObject(FIRST_FEATURE + feature);
          if (value != null) {
            rows.set(i, feature, value);
          }
        }
      }
    }
    Examples all = Examples.of(rows, lines, targets);
    return new LearningData(
        facts,
        all,
        all.at(places(Part.TRAINING, parts)),
        all.at(places(Part.OUTLIER, parts)),
        all.at(places(Part.HOLD_OUT, parts)));
  }

  private static int[] places(Part part, Part[] parts) {
    return IntStream.range(0, parts.length).filter(i -> parts[i] == part).toArray();
  }

  private String query(Path parquet) {
    List<String> features = schema.features().stream().map(Feature::name).toList();
    return "select %1$s, %2$s, %3$s, %4$s from %5$s where %2$s in ('%6$s', '%7$s', '%8$s') order by %1$s"
        .formatted(
            PreparedColumns.LINE,
            PreparedColumns.PART,
            PreparedColumns.value(schema.target().name()),
            features.stream().map(PreparedColumns::value).collect(Collectors.joining(", ")),
            rows(parquet),
            Part.TRAINING.key(),
            Part.OUTLIER.key(),
            Part.HOLD_OUT.key());
  }

  private static String rows(Path parquet) {
    return "read_parquet(%s)".formatted(LockedDuckDb.text(parquet.toString()));
  }
}
