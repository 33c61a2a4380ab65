package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.report.DataReport;
import io.drivetrain.pipeline.learning.html.Badge;
import io.drivetrain.pipeline.learning.html.LineSum;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.html.PageText;
import io.drivetrain.pipeline.learning.report.html.ReportPage.ShareLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The data of a run on the page.
 *
 * @param lines what became of the lines of the file; "" when nobody counted them
 * @param notes what was done to read the file
 * @param rows where the rows of the file went
 * @param open expectations that were not met, those that reject first
 * @param met the others
 */
record DataSection(
    String file,
    String hash,
    String refusal,
    String lines,
    List<String> notes,
    List<ShareLine> rows,
    List<FindingLine> open,
    List<FindingLine> met) {

  /**
   * @param about the column, or the file
   */
  record FindingLine(
      String expectation,
      String about,
      Badge badge,
      String expected,
      String observed,
      String failing) {}

  static DataSection of(DataReport data, PageText text) {
    return new DataSection(
        data.file(),
        data.hash().orElse(""),
        data.refusal(),
        data.lines().map(new LineSum(text)::of).orElse(""),
        data.notes(),
        rows(data, text),
        lines(data, text, finding -> !finding.passed()),
        lines(data, text, Finding::passed));
  }

  private static List<FindingLine> lines(DataReport data, PageText text, Predicate<Finding> which) {
    return data.findings().stream()
        .filter(which)
        .sorted(Comparator.comparing(Finding::severity))
        .map(finding -> line(finding, text))
        .toList();
  }

  private static List<ShareLine> rows(DataReport data, PageText text) {
    long all = data.rows().orElse(0L);
    if (all == 0) {
      return List.of();
    }
    NumberText numbers = text.numbers();
    List<ShareLine> rows = new ArrayList<>();
    rows.add(row(text.of("rows_read"), all, all, numbers));
    data.dropped()
        .forEach(
            (reason, count) -> rows.add(row(text.of("rows_dropped", reason), count, all, numbers)));
    data.train().ifPresent(count -> rows.add(row(text.of("rows_train"), count, all, numbers)));
    data.test().ifPresent(count -> rows.add(row(text.of("rows_test"), count, all, numbers)));
    return rows;
  }

  private static ShareLine row(String name, long count, long all, NumberText numbers) {
    double share = (double) count / all;
    return new ShareLine(
        name, numbers.count(count), numbers.percent(share), ShareLine.width(share));
  }

  private static FindingLine line(Finding finding, PageText text) {
    return new FindingLine(
        finding.expectation().replace('_', ' '),
        finding.column().orElseGet(() -> text.of("the_file")),
        new Badges(text).of(finding.passed(), finding.severity() == Severity.WARN),
        finding.expected(),
        finding.observed(),
        text.numbers().count(finding.failing()));
  }
}
