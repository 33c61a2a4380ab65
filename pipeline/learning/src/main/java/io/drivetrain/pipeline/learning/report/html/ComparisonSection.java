package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.MetricReport;
import io.drivetrain.pipeline.api.report.SliceReport;
import io.drivetrain.pipeline.learning.html.Badge;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.html.PageText;
import java.util.List;
import java.util.Optional;

/**
 * Challenger and champion on the page.
 *
 * @param challenger heading of its column
 * @param champion heading of its column
 * @param failedSlices parts of the hold-out that are out of bounds
 */
record ComparisonSection(
    String challenger,
    String champion,
    List<MetricLine> metrics,
    List<String> notes,
    List<SliceLine> slices,
    String slicesSummary,
    boolean failedSlices) {

  /**
   * @param champion "" when it was not compared
   */
  record MetricLine(
      String label,
      String meaning,
      String challenger,
      String champion,
      String difference,
      Optional<Badge> verdict) {}

  /** A part of the hold-out. */
  record SliceLine(
      String by,
      String slice,
      String rows,
      String error,
      String errorShare,
      String bias,
      String champion,
      Badge badge,
      String problem) {}

  static ComparisonSection of(Comparison comparison, PageText text) {
    long failed = comparison.slices().stream().filter(slice -> !slice.problem().isEmpty()).count();
    return new ComparisonSection(
        comparison.challenger().isEmpty()
            ? text.of("challenger")
            : text.of("challenger_version", comparison.challenger()),
        comparison.champion().isEmpty()
            ? text.of("no_champion")
            : text.of("champion_version", comparison.champion()),
        comparison.metrics().stream()
            .map(metric -> metric(metric, new MetricText(text, comparison.unit()), text))
            .toList(),
        comparison.notes(),
        comparison.slices().stream().map(slice -> slice(slice, comparison.unit(), text)).toList(),
        text.of("slices_summary", comparison.slices().size(), failed),
        failed > 0);
  }

  private static MetricLine metric(MetricReport metric, MetricText shown, PageText text) {
    return new MetricLine(
        shown.label(metric),
        shown.meaning(metric),
        shown.shown(metric, metric.challenger()),
        metric.champion().map(value -> shown.shown(metric, value)).orElse(""),
        metric.difference().map(value -> shown.difference(metric, value)).orElse(""),
        metric.better().map(better -> verdict(better, new Badges(text))));
  }

  private static Badge verdict(boolean better, Badges badges) {
    return better ? badges.named("good", "better") : badges.named("bad", "worse");
  }

  private static SliceLine slice(SliceReport slice, String unit, PageText text) {
    NumberText numbers = text.numbers();
    Badges badges = new Badges(text);
    String sign = slice.biasShare() > 0 ? "+" : "";
    return new SliceLine(
        slice.by(),
        slice.slice(),
        numbers.count(slice.rows()),
        numbers.amount(slice.meanAbsoluteError(), unit),
        numbers.percent(slice.errorShare()),
        sign + numbers.percent(slice.biasShare()),
        slice.championMeanAbsoluteError().map(error -> numbers.amount(error, unit)).orElse(""),
        badges.of(slice.problem().isEmpty(), false),
        slice.problem());
  }
}
