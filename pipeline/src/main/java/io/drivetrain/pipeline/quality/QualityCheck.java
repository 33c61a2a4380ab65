package io.drivetrain.pipeline.quality;

import io.drivetrain.pipeline.feature.Preparation;
import io.drivetrain.pipeline.ingest.DataRow;
import io.drivetrain.pipeline.ingest.DataTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds a table against the expectations of a definition. */
public final class QualityCheck {
  private static final int SAMPLES = 20;

  private final DataTable table;
  private final Preparation preparation;

  public QualityCheck(DataTable table, Preparation preparation) {
    this.table = table;
    this.preparation = preparation;
  }

  /** Checks all expectations. */
  public QualityVerdict verdict(QualitySpec spec) {
    List<Finding> findings = spec.expectations().stream().map(this::check).toList();
    String reasons =
        findings.stream()
            .filter(finding -> !finding.passed() && finding.severity() == Severity.ERROR)
            .map(Finding::sentence)
            .collect(Collectors.joining("; "));
    if (reasons.isEmpty()) {
      return new QualityVerdict.Accepted(findings);
    }
    return new QualityVerdict.Refused(
        findings,
        "%s cannot be learned from: %s. Correct the file, or the expectations in the definition, and start another run."
            .formatted(table.file().name(), reasons));
  }

  private Finding check(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Rows rows -> rows(rows);
      case Expectation.ReadableLines lines -> readableLines(lines);
      case Expectation.Missing missing -> missing(missing);
      case Expectation.Valid valid ->
          mostly(valid, "valid", valid.column(), valid.mostly(), "valid values", Cell::isValid);
      case Expectation.Between between ->
          mostly(
              between,
              "between",
              between.column(),
              between.mostly(),
              "values from %s to %s".formatted(bound(between.min()), bound(between.max())),
              cell -> cell.isBetween(between.min(), between.max()));
      case Expectation.OneOf oneOf ->
          mostly(
              oneOf,
              "one_of",
              oneOf.column(),
              oneOf.mostly(),
              "values of " + oneOf.values(),
              cell -> oneOf.values().contains(cell.value()));
      case Expectation.Duplicates duplicates -> duplicates(duplicates);
    };
  }

  private Finding rows(Expectation.Rows rows) {
    long different = table.rows().size();
    long count = rows.distinct() ? different : table.rowCount();
    String what = rows.distinct() ? "different rows" : "rows";
    return finding(
        "rows",
        rows,
        count >= rows.min(),
        text("at least %,d %s", rows.min(), what),
        text("%,d", count),
        Math.max(0, rows.min() - count),
        List.of());
  }

  private Finding readableLines(Expectation.ReadableLines lines) {
    long all = table.rowCount() + table.unreadable();
    double share = 1 - share(table.unreadable(), all);
    return finding(
        "readable_lines",
        lines,
        share >= lines.mostly(),
        percent(lines.mostly()) + " readable lines or more",
        text("%s (%,d of %,d are not)", percent(share), table.unreadable(), all),
        table.unreadable(),
        table.unreadableSamples().stream()
            .map(line -> new Evidence(line.line(), line.reason()))
            .toList());
  }

  private Finding missing(Expectation.Missing missing) {
    List<String> columns = missing.about().map(List::of).orElse(table.fields());
    Count count = new Count();
    for (String column : columns) {
      int place = table.fields().indexOf(column);
      for (DataRow row : table.rows()) {
        count.add(row, Cell.of(row, place, column), cell -> !cell.isMissing());
      }
    }
    double share = share(count.failing, count.all);
    return finding(
        "missing",
        missing,
        share < missing.below(),
        "less than %s missing cells".formatted(percent(missing.below())),
        text("%s (%,d of %,d)", percent(share), count.failing, count.all),
        count.failing,
        count.samples);
  }

  private Finding mostly(
      Expectation expectation,
      String type,
      String column,
      double mostly,
      String what,
      Predicate<Cell> holds) {
    int place = table.fields().indexOf(column);
    Count count = new Count();
    for (DataRow row : table.rows()) {
      Cell cell = Cell.of(row, place, column);
      if (!cell.isMissing()) {
        count.add(row, cell, holds);
      }
    }
    double share = 1 - share(count.failing, count.all);
    return finding(
        type,
        expectation,
        share >= mostly,
        "%s %s or more".formatted(percent(mostly), what),
        text("%s (%,d of %,d are not)", percent(share), count.failing, count.all),
        count.failing,
        count.samples);
  }

  private Finding duplicates(Expectation.Duplicates duplicates) {
    long repeated = preparation.duplicates();
    double share = share(repeated, table.rowCount());
    return finding(
        "duplicates",
        duplicates,
        share <= duplicates.max(),
        "at most %s repeated rows".formatted(percent(duplicates.max())),
        text("%s (%,d of %,d)", percent(share), repeated, table.rowCount()),
        repeated,
        List.of());
  }

  private static Finding finding(
      String type,
      Expectation expectation,
      boolean passed,
      String expected,
      String observed,
      long failing,
      List<Evidence> samples) {
    return new Finding(
        type,
        expectation.about().orElse(null),
        expectation.severity(),
        passed,
        expected,
        observed,
        failing,
        samples);
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : part / (double) all;
  }

  private static String bound(Double bound) {
    return bound == null ? "any" : BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  private static String percent(double share) {
    return text("%.1f %%", share * 100);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Counts cells, each as often as its row stands in the file. */
  private static final class Count {
    private final List<Evidence> samples = new ArrayList<>();
    private long all;
    private long failing;

    void add(DataRow row, Cell cell, Predicate<Cell> holds) {
      all += row.copies();
      if (holds.test(cell)) {
        return;
      }
      failing += row.copies();
      if (samples.size() < SAMPLES) {
        samples.add(new Evidence(row.line(), cell.text()));
      }
    }
  }
}
