package io.drivetrain.pipeline.learning.quality;

import static io.drivetrain.pipeline.learning.quality.ReportText.text;

import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.learning.drift.ColumnDrift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What {@code templates/quality_report.html} shows.
 *
 * @param badge the verdict in a word
 * @param mood class of the badge: good, warn or bad
 * @param rows one for each expectation, those that are not met first
 * @param drift one for each column that was compared with earlier data, those that drifted first
 */
public record QualityPage(
    String data,
    String badge,
    String mood,
    String lead,
    List<Fact> facts,
    List<Line> rows,
    List<DriftLine> drift,
    String runId,
    String definition) {

  /** A number with its name. */
  public record Fact(String name, String value) {}

  /**
   * One expectation.
   *
   * @param picture null when it is not about a share
   */
  public record Line(
      String badge,
      String mood,
      String type,
      String column,
      String expected,
      String observed,
      Picture picture,
      List<Evidence> samples) {}

  /**
   * A share as a bar, with a mark at its bound; widths of 0 to 100.
   *
   * @param label the same in words
   */
  public record Picture(String width, String mark, String mood, String label) {}

  /** One column beside earlier data. */
  public record DriftLine(
      String column,
      String badge,
      String mood,
      String psi,
      String test,
      String newLevels,
      Histogram histogram) {}

  static QualityPage of(QualityReport report, StepContext context) {
    boolean warns = report.failed(Severity.WARN) > 0;
    return new QualityPage(
        report.data(),
        report.accepted() ? (warns ? "accepted with warnings" : "accepted") : "rejected",
        report.accepted() ? (warns ? "warn" : "good") : "bad",
        lead(report),
        facts(report.profile()),
        report.findings().stream()
            .sorted(Comparator.comparing(QualityPage::urgency))
            .map(QualityPage::line)
            .toList(),
        report.findings().stream()
            .flatMap(finding -> finding.drift().stream())
            .sorted(Comparator.comparing(ColumnDrift::drifted).reversed())
            .map(QualityPage::drift)
            .toList(),
        context.runId().toString(),
        context.definition().id());
  }

  private static String lead(QualityReport report) {
    if (!report.accepted()) {
      return report.reason();
    }
    int all = report.findings().size();
    long failed = report.failed(Severity.WARN);
    return failed == 0
        ? text("All %,d expectations are met.", all)
        : text("%,d of %,d expectations are met; the others only warn.", all - failed, all);
  }

  private static List<Fact> facts(DataProfile profile) {
    List<Fact> facts = new ArrayList<>();
    if (profile == null) {
      return facts;
    }
    facts.add(new Fact("Rows", text("%,d", profile.rows())));
    facts.add(new Fact("PermanentFailure lines", text("%,d", profile.unreadable())));
    new TreeMap<>(profile.dropped())
        .forEach((reason, count) ->
            facts.add(new Fact("Not learned from: " + reason, text("%,d", count))));
    facts.add(new Fact("Training part", text("%,d", profile.train())));
    facts.add(new Fact("Hold-out", text("%,d", profile.test())));
    facts.add(new Fact("SHA-256", profile.dataHash()));
    return facts;
  }

  private static int urgency(Finding finding) {
    if (finding.passed()) {
      return 2;
    }
    return finding.severity() == Severity.ERROR ? 0 : 1;
  }

  private static Line line(Finding finding) {
    String mood = mood(finding);
    return new Line(
        finding.passed() ? "met" : finding.severity() == Severity.ERROR ? "not met" : "warning",
        mood,
        finding.expectation(),
        finding.column() == null ? "" : finding.column(),
        finding.expected(),
        finding.observed(),
        finding.share() == null ? null : picture(finding.share(), mood),
        finding.samples());
  }

  private static String mood(Finding finding) {
    if (finding.passed()) {
      return "good";
    }
    return finding.severity() == Severity.ERROR ? "bad" : "warn";
  }

  private static Picture picture(Share share, String mood) {
    return new Picture(
        text("%.1f", 100 * share.observed()),
        text("%.1f", 100 * share.bound()),
        mood,
        text(
            "%.1f %%, %s %.1f %%",
            100 * share.observed(), share.atLeast() ? "at least" : "at most", 100 * share.bound()));
  }

  private static String probability(ColumnDrift drift) {
    return drift.adjustedPValue() < 0.0001 ? "below 0.0001" : text("%.4f", drift.adjustedPValue());
  }

  private static DriftLine drift(ColumnDrift drift) {
    return new DriftLine(
        drift.column(),
        drift.drifted() ? "drifted" : "as before",
        drift.drifted() ? "warn" : "good",
        text("%.3f (bound %.3f)", drift.psi(), drift.psiBound()),
        text("%s %.3f, p %s", drift.test(), drift.statistic(), probability(drift)),
        drift.newLevels() == 0
            ? ""
            : text("%,d (%s)", drift.newLevels(), String.join(", ", drift.newLevelSamples())),
        Histogram.of(drift.bars()));
  }
}
