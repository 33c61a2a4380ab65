package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.metric.Quantile;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.text.Texts;
import io.drivetrain.pipeline.learning.data.definition.DataSpec;
import io.drivetrain.pipeline.learning.data.definition.TargetColumn;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.source.DataFile;
import io.drivetrain.pipeline.learning.data.source.DataRow;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import io.drivetrain.pipeline.learning.data.source.TableReader;
import io.drivetrain.pipeline.learning.data.source.UnusableDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Prepares a file: gives its rows types, finds the repeated ones, splits the rest, finds the
 * outliers of the training part, and writes all of them as Parquet. One row at a time is in the
 * heap; DuckDB holds the others.
 */
final class Preparation {
  private static final String TYPED = "typed";

  private final DataSpec spec;
  private final IngestConfig config;
  private final Split split;

  Preparation(DataSpec spec, IngestConfig config) {
    this.spec = spec;
    this.config = config;
    this.split = new Split(spec.split());
  }

  /**
   * Writes the prepared data of a file.
   *
   * @param parquet where to; it must not exist
   * @throws UnusableDataException when the file is not what the definition says
   */
  DataTable write(DataFile file, Path parquet) throws IOException {
    try (LockedDuckDb duckDb = LockedDuckDb.streaming(config, file.path(), parquet)) {
      DataTable table = type(file, duckDb);
      for (Feature feature : spec.schema().features()) {
        if (feature instanceof CategoricalFeature category) {
          duckDb.execute(oneSpelling(PreparedColumns.value(category.name())));
        }
      }
      duckDb.execute(
          "create table firsts as select min(%1$s) as line from %2$s where usable group by %3$s"
              .formatted(PreparedColumns.LINE, TYPED, values()));
      duckDb.execute(copy(table, bounds(duckDb), parquet));
      return table;
    } catch (SQLException failed) {
      throw new IOException(
          "%s cannot be prepared: %s".formatted(file.name(), failed.getMessage()), failed);
    }
  }

  private DataTable type(DataFile file, LockedDuckDb duckDb) throws SQLException, IOException {
    duckDb.execute(
        "create table %s (%s bigint, %s bigint, usable boolean, held_out boolean, %s)"
            .formatted(
                TYPED,
                PreparedColumns.LINE,
                PreparedColumns.COPIES,
                String.join(", ", PreparedColumns.declarations(spec.schema()))));
    TableReader reader = new TableReader(spec.source(), spec.schema(), spec.target());
    try (DuckDBConnection writing = duckDb.other();
        DuckDBAppender appender = writing.createAppender(TYPED)) {
      return reader.read(file, duckDb, row -> append(appender, row));
    }
  }

  private void append(DuckDBAppender appender, DataRow row) throws SQLException {
    FeatureSchema schema = spec.schema();
    appender.beginRow();
    appender.append(row.line());
    appender.append(row.copies());
    appender.append(row.isUsable());
    appender.append(row.isUsable() && split.holdsOut(row.row(), content(row)));
    for (int i = 0; i < schema.size(); i++) {
      String name = schema.feature(i).name();
      boolean refused = row.isRefused(name);
      append(appender, refused ? null : row.row().value(i).orElse(null));
      appender.append(row.cells().get(i));
      appender.append(refused);
    }
    append(appender, Double.isNaN(row.target()) ? null : row.target());
    appender.append(row.cells().getLast());
    appender.append(row.isRefused(schema.target().name()));
    appender.endRow();
  }

  /** Of the target. The label of a class, and not its place, which others may move. */
  private String content(DataRow row) {
    return spec.target() instanceof TargetColumn.Number
        ? Double.toString(row.target())
        : Texts.fold(Texts.clean(row.cells().getLast()));
  }

  private static void append(DuckDBAppender appender, Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case Double number -> appender.append(number.doubleValue());
      case Boolean flag -> appender.append(flag.booleanValue());
      case LocalDate day -> appender.append(day);
      default -> appender.append(value.toString());
    }
  }

  /** Of the spellings of a category that differ in case and spaces only, the most frequent. */
  private static String oneSpelling(String column) {
    return """
    update %2$s set %1$s = spelling.best from (
      select text, first_value(text) over (partition by folded order by copies desc, line) as best
      from (
        select %1$s as text, regexp_replace(lower(%1$s), '[\\s\\x{00A0}]+', ' ', 'g') as folded,
          sum(%3$s) as copies, min(%4$s) as line
        from %2$s where %1$s is not null group by %1$s)) as spelling
    where %1$s = spelling.text and spelling.text <> spelling.best
    """
        .formatted(column, TYPED, PreparedColumns.COPIES, PreparedColumns.LINE);
  }

  /** The content of a row: what makes it another one than those before it. */
  private String values() {
    List<String> names =
        new ArrayList<>(spec.schema().features().stream().map(Feature::name).toList());
    names.add(spec.schema().target().name());
    return names.stream().map(PreparedColumns::value).collect(Collectors.joining(", "));
  }

  private record Bounds(double low, double high) {}

  /** From the training part alone. Repeated rows have no weight in them. */
  private Bounds bounds(LockedDuckDb duckDb) throws SQLException {
    if (spec.preparation().outlierFactor() == null) {
      return new Bounds(-Double.MAX_VALUE, Double.MAX_VALUE);
    }
    String target = PreparedColumns.value(spec.schema().target().name());
    String query =
        "select %1$s from %2$s where not held_out and %3$s in (select line from firsts) order by %1$s"
            .formatted(target, TYPED, PreparedColumns.LINE);
    DoubleStream.Builder targets = DoubleStream.builder();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        targets.add(result.getDouble(1));
      }
    }
    double[] sorted = targets.build().toArray();
    if (sorted.length == 0) {
      return new Bounds(-Double.MAX_VALUE, Double.MAX_VALUE);
    }
    double lower = Quantile.of(sorted, 0.25);
    double upper = Quantile.of(sorted, 0.75);
    double reach = spec.preparation().outlierFactor() * (upper - lower);
    return new Bounds(lower - reach, upper + reach);
  }

  private String copy(DataTable table, Bounds bounds, Path parquet) {
    String part =
        """
        case when not usable then '%s'
          when %s not in (select line from firsts) then '%s'
          when held_out then '%s'
          when %s not between '%s'::double and '%s'::double then '%s'
          else '%s' end as %s
        """
            .formatted(
                Part.REFUSED.key(),
                PreparedColumns.LINE,
                Part.DUPLICATE.key(),
                Part.HOLD_OUT.key(),
                PreparedColumns.value(spec.schema().target().name()),
                bounds.low,
                bounds.high,
                Part.OUTLIER.key(),
                Part.TRAINING.key(),
                PreparedColumns.PART);
    return """
    copy (select %s, * exclude (usable, held_out) from %s order by %s) to %s
      (format parquet, compression zstd, use_tmp_file false, kv_metadata %s)
    """
        .formatted(
            part,
            TYPED,
            PreparedColumns.LINE,
            LockedDuckDb.text(parquet.toString()),
            PreparedNotes.of(table, spec.split().seed()).sql());
  }
}
