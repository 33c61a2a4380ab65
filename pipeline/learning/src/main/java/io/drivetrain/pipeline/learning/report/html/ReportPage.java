package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.FeatureShare;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.learning.html.Badge;
import io.drivetrain.pipeline.learning.html.Fact;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.html.PageText;
import io.drivetrain.pipeline.learning.report.WrittenReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code templates/run_report.html} shows: every number with its unit, as a text.
 *
 * @param language of the page, as HTML names it
 * @param text the texts of the template, by key
 */
public record ReportPage(
    RunReport report,
    String language,
    Map<String, String> text,
    Badge badge,
    String foot,
    List<Fact> facts,
    StepsSection steps,
    GatesSection gates,
    Optional<ComparisonSection> comparison,
    Optional<HoldOutSection> holdOut,
    List<ShareLine> importance,
    List<GoldenLine> golden,
    Optional<DataSection> data,
    List<Fact> identity) {

  /**
   * A share with its bar.
   *
   * @param width of the bar in per cent, as CSS has it
   */
  record ShareLine(String name, String amount, String share, String width) {
    static String width(double share) {
      return String.format(Locale.ROOT, "%.1f%%", Math.clamp(share, 0, 1) * 100);
    }
  }

  /** A typical row. */
  record GoldenLine(String name, String range, String value, Badge badge) {}

  public static ReportPage of(WrittenReport written, Language language) {
    RunReport report = written.report();
    PageText text = PageText.of("report", language);
    String unit = report.comparison().map(Comparison::unit).orElse("");
    return new ReportPage(
        report,
        language.tag(),
        text.all(),
        new Badges(text).of(report.outcome()),
        text.of(
            "foot", report.runId(), report.pipeline(), text.numbers().time(report.reportedAt())),
        ReportFacts.summary(report, text),
        StepsSection.of(report, text),
        GatesSection.of(report.gates(), text),
        report
            .comparison()
            .filter(comparison -> !comparison.metrics().isEmpty())
            .map(comparison -> ComparisonSection.of(comparison, text)),
        report.holdOut().map(holdOut -> HoldOutSection.of(holdOut, written.holdOut(), text)),
        importance(report.importance(), unit, text.numbers()),
        report.golden().stream().map(golden -> golden(golden, unit, text)).toList(),
        report.data().map(data -> DataSection.of(data, text)),
        ReportFacts.identity(report, text));
  }

  private static List<ShareLine> importance(
      List<FeatureShare> features, String unit, NumberText numbers) {
    double widest = features.stream().mapToDouble(FeatureShare::share).max().orElse(1);
    return features.stream()
        .map(feature ->
            new ShareLine(
                feature.feature(),
                numbers.amount(feature.meanAbsoluteShap(), unit),
                numbers.percent(feature.share()),
                ShareLine.width(feature.share() / Math.max(widest, Double.MIN_NORMAL))))
        .toList();
  }

  private static GoldenLine golden(GoldenResult golden, String unit, PageText text) {
    NumberText numbers = text.numbers();
    return new GoldenLine(
        golden.name(),
        text.of("range", numbers.number(golden.min()), numbers.amount(golden.max(), unit)),
        golden.value().map(value -> numbers.amount(value, unit)).orElse(golden.problem()),
        new Badges(text).of(golden.passed(), false));
  }
}
