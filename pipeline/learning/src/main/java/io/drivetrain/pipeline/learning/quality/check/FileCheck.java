package io.drivetrain.pipeline.learning.quality.check;

import static io.drivetrain.pipeline.learning.quality.finding.ReportText.percent;
import static io.drivetrain.pipeline.learning.quality.finding.ReportText.text;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.api.quality.Share;
import io.drivetrain.pipeline.learning.data.DataFacts;
import io.drivetrain.pipeline.learning.data.Part;
import io.drivetrain.pipeline.learning.data.PreparedColumns;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import io.drivetrain.pipeline.learning.quality.expectation.FileExpectation;
import io.drivetrain.pipeline.learning.quality.finding.CellCount;
import io.drivetrain.pipeline.learning.quality.finding.Findings;
import io.drivetrain.pipeline.learning.quality.sql.RowQueries;
import io.drivetrain.pipeline.learning.quality.sql.SqlTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Holds a file as a whole against an expectation. */
public final class FileCheck {
  private final DataTable table;
  private final DataFacts facts;
  private final RowQueries rows;
  private final HeaderCheck headers;
  private final LocalDate today;

  /**
   * @param rows of the file
   * @param startedAt of the run; a second attempt of it says the same
   */
  FileCheck(
      DataTable table, DataFacts facts, RowQueries rows, FeatureSchema schema, Instant startedAt) {
    this.table = table;
    this.facts = facts;
    this.rows = rows;
    this.headers = new HeaderCheck(table.headers(), schema);
    this.today = LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
  }

  Finding check(FileExpectation expectation) {
    return switch (expectation) {
      case FileExpectation.Rows rowCount -> rowCount(rowCount);
      case FileExpectation.ReadableLines lines -> readableLines(lines);
      case FileExpectation.UsableRows usable -> usableRows(usable);
      case FileExpectation.Columns columns -> headers.check(columns);
      case FileExpectation.Missing missing -> missing(missing);
      case FileExpectation.Duplicates duplicates -> duplicates(duplicates);
      case FileExpectation.Unique unique -> unique(unique);
      case FileExpectation.Fresh fresh -> fresh(fresh);
    };
  }

  private Finding rowCount(FileExpectation.Rows expected) {
    long count = expected.distinct() ? facts.differentRows() : facts.rows();
    return Findings.of(
        expected,
        count >= expected.min(),
        text("at least %,d %s", expected.min(), expected.distinct() ? "different rows" : "rows"),
        text("%,d", count),
        Math.max(0, expected.min() - count),
        List.of());
  }

  private Finding readableLines(FileExpectation.ReadableLines lines) {
    return new CellCount(facts.rows() + table.unreadable(), table.unreadable(), unreadable())
        .mostly(lines, lines.mostly(), "readable lines");
  }

  private Finding usableRows(FileExpectation.UsableRows usable) {
    long refused = facts.dropped().get(Part.REFUSED.key());
    List<SampleRow> samples =
        rows.list(
            "select %1$s from %2$s where %3$s = '%4$s' order by %1$s limit %5$d"
                .formatted(
                    PreparedColumns.LINE,
                    SqlTable.ROWS,
                    PreparedColumns.PART,
                    Part.REFUSED.key(),
                    SampleRow.MOST),
            row -> new SampleRow(row.getLong(1), "a required value is missing or cannot be read"));
    List<SampleRow> all = new ArrayList<>(unreadable());
    all.addAll(samples);
    return new CellCount(
            facts.rows() + table.unreadable(),
            refused + table.unreadable(),
            all.stream().limit(SampleRow.MOST).toList())
        .mostly(usable, usable.mostly(), "rows that can be learned from");
  }

  private List<SampleRow> unreadable() {
    return table.unreadableSamples().stream()
        .map(line -> new SampleRow(line.line(), line.reason()))
        .toList();
  }

  private Finding missing(FileExpectation.Missing missing) {
    List<String> columns = missing.column() == null ? table.fields() : missing.columns();
    CellCount count = CellCount.NONE;
    for (String column : columns) {
      String isMissing = "not " + RowQueries.isPresent(column);
      count = count.plus(rows.count("true", isMissing, column));
    }
    double share = count.failingShare();
    return Findings.of(
            missing,
            share < missing.below(),
            "less than %s missing cells".formatted(percent(missing.below())),
            text("%s (%,d of %,d)", percent(share), count.failing(), count.all()),
            count.failing(),
            count.samples())
        .with(Share.atMost(missing.below(), share));
  }

  private Finding duplicates(FileExpectation.Duplicates duplicates) {
    long repeated = facts.duplicates();
    double share = Share.of(repeated, facts.rows());
    return Findings.of(
            duplicates,
            share <= duplicates.max(),
            "at most %s repeated rows".formatted(percent(duplicates.max())),
            text("%s (%,d of %,d)", percent(share), repeated, facts.rows()),
            repeated,
            List.of())
        .with(Share.atMost(duplicates.max(), share));
  }

  private Finding unique(FileExpectation.Unique unique) {
    return new RepeatedRows(rows, unique.columns())
        .count()
        .mostly(unique, unique.mostly(), "rows that repeat no other one in these columns");
  }

  private record Day(long line, LocalDate date) {}

  private Finding fresh(FileExpectation.Fresh fresh) {
    long days = fresh.within().toDays();
    String expected = text("a day not more than %,d days before %s", days, today);
    String value = PreparedColumns.value(fresh.column());
    String past = "%s where %s <= date '%s'".formatted(SqlTable.ROWS, value, today);
    List<Day> newest =
        rows.list(
            "select %1$s, %2$s from %3$s order by %2$s desc, %1$s limit 1"
                .formatted(PreparedColumns.LINE, value, past),
            row -> new Day(row.getLong(1), row.getObject(2, LocalDate.class)));
    if (newest.isEmpty()) {
      return Findings.undecided(fresh, expected, "no day before it");
    }
    Day last = newest.getFirst();
    long age = ChronoUnit.DAYS.between(last.date, today);
    boolean passed = Duration.ofDays(age).compareTo(fresh.within()) <= 0;
    String sum = "select sum(%s) from %s".formatted(PreparedColumns.COPIES, past);
    return Findings.of(
        fresh,
        passed,
        expected,
        text("%s, %,d days before", last.date, age),
        passed ? 0 : rows.list(sum, row -> row.getLong(1)).getFirst(),
        passed ? List.of() : List.of(new SampleRow(last.line, last.date.toString())));
  }
}
