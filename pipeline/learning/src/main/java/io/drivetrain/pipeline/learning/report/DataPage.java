package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.learning.page.Figures;
import io.drivetrain.pipeline.learning.report.ReportPage.ShareLine;
import io.drivetrain.pipeline.learning.report.RunReport.DataReport;
import io.drivetrain.pipeline.learning.report.RunReport.FindingReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The data of a run on the page.
 *
 * @param rows where the rows of the file went
 * @param open expectations that were not met, those that reject first
 * @param met the others
 */
record DataPage(
    String file,
    String hash,
    String refusal,
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

  static DataPage of(DataReport data) {
    return new DataPage(
        data.file(),
        data.hash().orElse(""),
        data.refusal(),
        rows(data),
        data.findings().stream()
            .filter(finding -> !finding.passed())
            .sorted(Comparator.comparing(FindingReport::severity))
            .map(DataPage::line)
            .toList(),
        data.findings().stream().filter(FindingReport::passed).map(DataPage::line).toList());
  }

  private static List<ShareLine> rows(DataReport data) {
    long all = data.rows().orElse(0L);
    if (all == 0) {
      return List.of();
    }
    List<ShareLine> rows = new ArrayList<>();
    rows.add(row("rows read", all, all));
    data.dropped().forEach((reason, count) -> rows.add(row("left out: " + reason, count, all)));
    data.train().ifPresent(count -> rows.add(row("learned from", count, all)));
    data.test().ifPresent(count -> rows.add(row("kept for measuring (hold-out)", count, all)));
    return rows;
  }

  private static ShareLine row(String name, long count, long all) {
    double share = (double) count / all;
    return new ShareLine(name, Figures.count(count), Figures.percent(share), width(share));
  }

  private static FindingLine line(FindingReport finding) {
    return new FindingLine(
        finding.expectation().replace('_', ' '),
        finding.column().isEmpty() ? "the file" : finding.column(),
        Badge.of(finding.passed(), finding.severity().equals("warn")),
        finding.expected(),
        finding.observed(),
        Figures.count(finding.failing()));
  }

  /** Of a bar, as CSS has it. */
  static String width(double share) {
    return String.format(Locale.ROOT, "%.1f%%", Math.clamp(share, 0, 1) * 100);
  }
}
