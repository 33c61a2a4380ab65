package io.drivetrain.pipeline.learning.quality;

import static io.drivetrain.pipeline.learning.quality.ReportText.percent;
import static io.drivetrain.pipeline.learning.quality.ReportText.text;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.learning.data.Preparation;
import io.drivetrain.pipeline.learning.data.source.DataRow;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds a file as a whole against an expectation. */
final class FileCheck {
  private final DataTable table;
  private final Preparation preparation;
  private final HeaderCheck headers;
  private final LocalDate today;

  /**
   * @param startedAt of the run; a second try of it says the same
   */
  FileCheck(DataTable table, Preparation preparation, FeatureSchema schema, Instant startedAt) {
    this.table = table;
    this.preparation = preparation;
    this.headers = new HeaderCheck(table.headers(), schema);
    this.today = LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
  }

  Finding check(FileExpectation expectation) {
    return switch (expectation) {
      case FileExpectation.Rows rows -> rows(rows);
      case FileExpectation.ReadableLines lines -> readableLines(lines);
      case FileExpectation.Columns columns -> headers.check(columns);
      case FileExpectation.Missing missing -> missing(missing);
      case FileExpectation.Duplicates duplicates -> duplicates(duplicates);
      case FileExpectation.Unique unique -> unique(unique);
      case FileExpectation.Fresh fresh -> fresh(fresh);
    };
  }

  private Finding rows(FileExpectation.Rows rows) {
    long count = rows.distinct() ? table.rows().size() : table.rowCount();
    return Finding.of(
        rows,
        count >= rows.min(),
        text("at least %,d %s", rows.min(), rows.distinct() ? "different rows" : "rows"),
        text("%,d", count),
        Math.max(0, rows.min() - count),
        List.of());
  }

  private Finding readableLines(FileExpectation.ReadableLines lines) {
    return CellCount.mostly(
        lines,
        lines.mostly(),
        "readable lines",
        table.rowCount() + table.unreadable(),
        table.unreadable(),
        table.unreadableSamples().stream()
            .map(line -> new Evidence(line.line(), line.reason()))
            .toList());
  }

  private Finding missing(FileExpectation.Missing missing) {
    List<String> columns = missing.column() == null ? table.fields() : missing.columns();
    CellCount count = new CellCount();
    for (String column : columns) {
      int place = table.fields().indexOf(column);
      for (DataRow row : table.rows()) {
        Cell cell = Cell.of(row, place, column);
        count.add(row, cell.text(), !cell.isMissing());
      }
    }
    double share = count.failingShare();
    return Finding.of(
            missing,
            share < missing.below(),
            "less than %s missing cells".formatted(percent(missing.below())),
            text("%s (%,d of %,d)", percent(share), count.failing(), count.all()),
            count.failing(),
            count.samples())
        .with(Share.atMost(missing.below(), share));
  }

  private Finding duplicates(FileExpectation.Duplicates duplicates) {
    long repeated = preparation.duplicates();
    double share = Share.of(repeated, table.rowCount());
    return Finding.of(
            duplicates,
            share <= duplicates.max(),
            "at most %s repeated rows".formatted(percent(duplicates.max())),
            text("%s (%,d of %,d)", percent(share), repeated, table.rowCount()),
            repeated,
            List.of())
        .with(Share.atMost(duplicates.max(), share));
  }

  private Finding unique(FileExpectation.Unique unique) {
    int[] places = unique.columns().stream().mapToInt(table.fields()::indexOf).toArray();
    Map<List<Object>, Long> firstLines = new HashMap<>();
    CellCount count = new CellCount();
    for (DataRow row : table.rows()) {
      List<Cell> cells =
          IntStream.range(0, places.length)
              .mapToObj(i -> Cell.of(row, places[i], unique.columns().get(i)))
              .toList();
      if (!cells.stream().allMatch(Cell::isValid)) {
        continue;
      }
      Long first = firstLines.putIfAbsent(cells.stream().map(Cell::value).toList(), row.line());
      long repeats = first == null ? row.copies() - 1 : row.copies();
      count.add(row, "", true);
      if (repeats > 0) {
        count.fail(row.line(), repeats, repeated(unique.columns(), cells, row, first));
      }
    }
    return count.mostly(unique, unique.mostly(), "rows that repeat no other one in these columns");
  }

  private static String repeated(
      List<String> columns, List<Cell> cells, DataRow row, Long firstLine) {
    String values =
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i) + " = " + cells.get(i).text())
            .collect(Collectors.joining(", "));
    return firstLine == null
        ? text("%s: %,d times", values, row.copies())
        : text("%s: first on line %d", values, firstLine);
  }

  private Finding fresh(FileExpectation.Fresh fresh) {
    int place = table.fields().indexOf(fresh.column());
    long days = fresh.within().toDays();
    String expected = text("a day not more than %,d days before %s", days, today);
    List<Day> past = new ArrayList<>();
    for (DataRow row : table.rows()) {
      Cell cell = Cell.of(row, place, fresh.column());
      if (cell.value() instanceof LocalDate day && !day.isAfter(today)) {
        past.add(new Day(row, day));
      }
    }
    Optional<Day> newest = past.stream().max((one, other) -> one.date.compareTo(other.date));
    if (newest.isEmpty()) {
      return Finding.undecided(fresh, expected, "no day before it");
    }
    Day last = newest.orElseThrow();
    long age = ChronoUnit.DAYS.between(last.date, today);
    boolean passed = Duration.ofDays(age).compareTo(fresh.within()) <= 0;
    return Finding.of(
        fresh,
        passed,
        expected,
        text("%s, %,d days before", last.date, age),
        passed ? 0 : past.stream().mapToLong(day -> day.row.copies()).sum(),
        passed ? List.of() : List.of(new Evidence(last.row.line(), last.date.toString())));
  }

  private record Day(DataRow row, LocalDate date) {}
}
