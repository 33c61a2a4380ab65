package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.pipeline.api.quality.ColumnDrift;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.quality.Share;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.learning.html.Badge;
import io.drivetrain.pipeline.learning.html.Charts;
import io.drivetrain.pipeline.learning.html.Fact;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.pipeline.learning.html.LineSum;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.html.PageText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code templates/quality_report.html} shows.
 *
 * @param language of the page, as HTML names it
 * @param text the texts of the template, by key
 * @param badge the verdict in a word
 * @param rows one for each expectation, those that are not met first
 * @param drift one for each column that was compared with earlier data, those that drifted first
 */
public record QualityPage(
    String language,
    Map<String, String> text,
    String title,
    Badge badge,
    String lead,
    List<Fact> facts,
    List<Line> rows,
    List<DriftLine> drift,
    String foot) {

  /**
   * One expectation.
   *
   * @param share empty when it is not about one
   */
  public record Line(
      Badge badge,
      String type,
      String column,
      String expected,
      String observed,
      Optional<ShareBar> share,
      List<SampleRow> samples) {}

  /**
   * A share as a bar.
   *
   * @param width in per cent, as CSS has it
   * @param label the share and its bound
   */
  public record ShareBar(String width, String label) {}

  /**
   * One column beside earlier data.
   *
   * @param chart of both distributions, an SVG
   * @param caption what the first and the last pair of bars stand for
   */
  public record DriftLine(
      String column,
      Badge badge,
      String psi,
      String test,
      String newLevels,
      String chart,
      String caption,
      List<Pair> pairs) {}

  /** One interval or level: its share of the values before and now. */
  public record Pair(String label, String before, String now) {}

  static QualityPage of(QualityReport report, StepContext context, Language language) {
    return new Drawing(PageText.of("quality", language)).page(report, context);
  }

  /** Makes the page in one language. */
  private record Drawing(PageText text) {

    QualityPage page(QualityReport report, StepContext context) {
      return new QualityPage(
          text.language(),
          text.all(),
          text.of("title", report.data()),
          verdict(report),
          lead(report),
          Optional.ofNullable(report.profile()).map(this::facts).orElse(List.of()),
          report.findings().stream()
              .sorted(Comparator.comparing(Drawing::urgency))
              .map(this::line)
              .toList(),
          report.findings().stream()
              .flatMap(finding -> finding.drift().stream())
              .sorted(Comparator.comparing(ColumnDrift::drifted).reversed())
              .map(this::drift)
              .toList(),
          text.of("foot", context.runId(), context.definition().id()));
    }

    private Badge verdict(QualityReport report) {
      if (!report.accepted()) {
        return badge("bad", "rejected");
      }
      return report.failed(Severity.WARN) > 0
          ? badge("warn", "accepted_with_warnings")
          : badge("good", "accepted");
    }

    private String lead(QualityReport report) {
      if (!report.accepted()) {
        return report.reason();
      }
      int all = report.findings().size();
      long failed = report.failed(Severity.WARN);
      return failed == 0
          ? text.of("all_met", numbers().count(all))
          : text.of("some_met", numbers().count(all - failed), numbers().count(all));
    }

    private List<Fact> facts(DataProfile profile) {
      List<Fact> facts = new ArrayList<>();
      facts.add(fact("rows", profile.rows()));
      facts.add(fact("unreadable", profile.unreadable()));
      facts.add(new Fact(text.of("lines"), new LineSum(text).of(profile.lines())));
      profile.notes().forEach(note -> facts.add(new Fact(text.of("note"), note)));
      new TreeMap<>(profile.dropped())
          .forEach((reason, count) ->
              facts.add(new Fact(text.of("dropped", reason), numbers().count(count))));
      facts.add(fact("train", profile.train()));
      facts.add(fact("test", profile.test()));
      facts.add(new Fact("SHA-256", profile.dataHash()));
      return facts;
    }

    private Fact fact(String key, long count) {
      return new Fact(text.of(key), numbers().count(count));
    }

    private static int urgency(Finding finding) {
      if (finding.passed()) {
        return 2;
      }
      return finding.severity() == Severity.ERROR ? 0 : 1;
    }

    private Line line(Finding finding) {
      return new Line(
          badge(finding),
          finding.expectation(),
          finding.column().orElse(""),
          finding.expected(),
          finding.observed(),
          Optional.ofNullable(finding.share()).map(this::bar),
          finding.samples());
    }

    private Badge badge(Finding finding) {
      if (finding.passed()) {
        return badge("good", "met");
      }
      return finding.severity() == Severity.ERROR
          ? badge("bad", "not_met")
          : badge("warn", "warning");
    }

    private ShareBar bar(Share share) {
      return new ShareBar(
          String.format(Locale.ROOT, "%.1f%%", 100 * share.observed()),
          text.of(
              share.atLeast() ? "at_least" : "at_most",
              numbers().percent(share.observed()),
              numbers().percent(share.bound())));
    }

    private DriftLine drift(ColumnDrift drift) {
      List<ColumnDrift.Bar> bars = drift.bars();
      String first = bars.getFirst().label();
      return new DriftLine(
          drift.column(),
          drift.drifted() ? badge("warn", "drifted") : badge("good", "stable"),
          text.of("psi_bound", numbers().number(drift.psi()), numbers().number(drift.psiBound())),
          text.of(
              "statistic", drift.test(), numbers().number(drift.statistic()), probability(drift)),
          newLevels(drift),
          new Charts(numbers())
              .pairs(
                  text.of("distribution_label", drift.column()),
                  bars.stream().map(ColumnDrift.Bar::label).toList(),
                  bars.stream().map(ColumnDrift.Bar::earlier).toList(),
                  bars.stream().map(ColumnDrift.Bar::now).toList()),
          bars.size() == 1 ? first : "%s ... %s".formatted(first, bars.getLast().label()),
          bars.stream().map(this::pair).toList());
    }

    private Pair pair(ColumnDrift.Bar bar) {
      return new Pair(bar.label(), numbers().percent(bar.earlier()), numbers().percent(bar.now()));
    }

    private String newLevels(ColumnDrift drift) {
      return drift.newLevels() == 0
          ? ""
          : text.of(
              "new_levels",
              numbers().count(drift.newLevels()),
              String.join(", ", drift.newLevelSamples()));
    }

    private String probability(ColumnDrift drift) {
      return drift.adjustedPValue() < 0.0001
          ? text.of("below", numbers().number(0.0001))
          : numbers().number(drift.adjustedPValue());
    }

    private Badge badge(String kind, String key) {
      return new Badge(kind, text.of(key));
    }

    private NumberText numbers() {
      return text.numbers();
    }
  }
}
