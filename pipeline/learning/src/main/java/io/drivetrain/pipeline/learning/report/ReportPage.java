package io.drivetrain.pipeline.learning.report;

import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.learning.page.Bounds;
import io.drivetrain.pipeline.learning.page.Figures;
import io.drivetrain.pipeline.learning.page.Histogram;
import io.drivetrain.pipeline.learning.page.Scatter;
import io.drivetrain.pipeline.learning.page.Timeline;
import io.drivetrain.pipeline.learning.report.RunReport.GateReport;
import io.drivetrain.pipeline.learning.report.RunReport.GoldenReport;
import io.drivetrain.pipeline.learning.report.RunReport.MetricReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A report as the page shows it: every number with its unit, as a text. */
record ReportPage(
    RunReport report,
    String title,
    Badge badge,
    List<Fact> facts,
    Optional<Timeline> timeline,
    List<StepLines.StepLine> steps,
    Optional<DataPage> data,
    List<GateLine> gates,
    List<MetricLine> metrics,
    List<SliceLine> slices,
    Optional<Scatter> scatter,
    Optional<Histogram> errors,
    List<Fact> holdOut,
    List<ShareLine> importance,
    List<GoldenLine> golden,
    List<Fact> identity) {

  /** A name and what it is. */
  record Fact(String name, String value) {}

  /** A gate; no picture when it compared no number with a bound. */
  record GateLine(
      String gate, String asked, Badge badge, String comparison, Optional<Bounds> picture) {}

  /**
   * @param champion "" when it was not compared
   * @param better good, bad or "": the colour of the difference
   * @param verdict better, worse or ""
   */
  record MetricLine(
      String label,
      String meaning,
      String challenger,
      String champion,
      String difference,
      String better,
      String verdict) {}

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

  /** A share with its bar; width in per cent of the widest. */
  record ShareLine(String name, String amount, String share, String width) {}

  /** A typical row. */
  record GoldenLine(
      String name, String band, String value, Badge badge, Optional<Bounds> picture) {}

  public String reportedAt() {
    return Figures.time(report.reportedAt());
  }

  /** The column of this run's model. */
  public String challenger() {
    return column("Challenger", RunReport.Comparison::challenger, "");
  }

  /** The column of the model in production. */
  public String champion() {
    return column("Champion", RunReport.Comparison::champion, " (none)");
  }

  /** How many parts of the hold-out do not hold. */
  public long brokenSlices() {
    return slices.stream().filter(slice -> !slice.problem().isEmpty()).count();
  }

  /** Whether any step has a message. */
  public boolean said() {
    return steps.stream().anyMatch(step -> !step.said().isEmpty());
  }

  public List<String> notes() {
    return report.comparison().map(RunReport.Comparison::notes).orElse(List.of());
  }

  private String column(
      String name, Function<RunReport.Comparison, String> version, String otherwise) {
    return name
        + report
            .comparison()
            .map(version)
            .filter(one -> !one.isEmpty())
            .map(one -> " (version " + one + ")")
            .orElse(otherwise);
  }

  static ReportPage of(RunReport report) {
    String unit = report.comparison().map(RunReport.Comparison::unit).orElse("");
    StepLines steps = new StepLines(report);
    Optional<HoldOutPage> holdOut = report.holdOut().map(HoldOutPage::of);
    return new ReportPage(
        report,
        report.label(),
        Badge.of(report.outcome()),
        new ReportFacts(report).summary(),
        steps.timeline(),
        steps.lines(),
        report.data().map(DataPage::of),
        gates(report),
        report.comparison().stream()
            .flatMap(one -> one.metrics().stream())
            .map(metric -> metric(metric, unit))
            .toList(),
        report.comparison().stream()
            .flatMap(one -> one.slices().stream())
            .map(slice -> slice(slice, unit))
            .toList(),
        holdOut.map(HoldOutPage::scatter),
        holdOut.map(HoldOutPage::errors),
        holdOut.map(HoldOutPage::facts).orElse(List.of()),
        importance(report, unit),
        report.golden().stream().map(one -> golden(one, unit)).toList(),
        new ReportFacts(report).identity());
  }

  /** Those that said no come first. */
  private static List<GateLine> gates(RunReport report) {
    return report.gates().stream()
        .sorted(Comparator.comparing(GateReport::passed).thenComparing(GateReport::isWarning))
        .map(ReportPage::gate)
        .toList();
  }

  private static GateLine gate(GateReport gate) {
    return new GateLine(
        gate.gate(), gate.asked(), gate.badge(), gate.comparison(), GatePicture.of(gate));
  }

  private static MetricLine metric(MetricReport metric, String unit) {
    Optional<Metric> known = Metric.find(metric.metric());
    return new MetricLine(
        metric.label(),
        known.map(Metric::meaning).orElse(""),
        shown(known, metric.challenger(), unit),
        metric.champion().map(value -> shown(known, value, unit)).orElse(""),
        metric
            .difference()
            .map(value ->
                known
                    .map(one -> MetricText.shownDifference(one, value, unit))
                    .orElse(Figures.signed(value)))
            .orElse(""),
        metric.better().map(better -> better ? "good" : "bad").orElse(""),
        metric.better().map(better -> better ? "better" : "worse").orElse(""));
  }

  private static String shown(Optional<Metric> metric, double value, String unit) {
    return metric.map(known -> MetricText.shown(known, value, unit)).orElse(Figures.number(value));
  }

  private static SliceLine slice(RunReport.SliceReport slice, String unit) {
    return new SliceLine(
        slice.by(),
        slice.slice(),
        Figures.count(slice.rows()),
        amount(slice.meanAbsoluteError(), unit),
        Figures.percent(slice.errorShare()),
        (slice.biasShare() > 0 ? "+" : "") + Figures.percent(slice.biasShare()),
        slice.championMeanAbsoluteError().map(error -> amount(error, unit)).orElse(""),
        slice.problem().isEmpty() ? new Badge("good", "holds") : new Badge("bad", "does not hold"),
        slice.problem());
  }

  private static List<ShareLine> importance(RunReport report, String unit) {
    double widest =
        report.importance().stream().mapToDouble(RunReport.FeatureShare::share).max().orElse(1);
    return report.importance().stream()
        .map(one ->
            new ShareLine(
                one.feature(),
                amount(one.meanAbsoluteShap(), unit),
                Figures.percent(one.share()),
                DataPage.width(one.share() / Math.max(widest, Double.MIN_NORMAL))))
        .toList();
  }

  private static GoldenLine golden(GoldenReport golden, String unit) {
    return new GoldenLine(
        golden.name(),
        "%s to %s".formatted(Figures.number(golden.min()), amount(golden.max(), unit)),
        golden.value().map(value -> amount(value, unit)).orElse(golden.problem()),
        golden.passed() ? new Badge("good", "plausible") : new Badge("bad", "no"),
        golden
            .value()
            .map(value ->
                Bounds.of(
                    value,
                    OptionalDouble.of(golden.min()),
                    OptionalDouble.of(golden.max()),
                    golden.passed() ? "good" : "bad",
                    "%s, plausible is %s to %s"
                        .formatted(
                            Figures.number(value),
                            Figures.number(golden.min()),
                            Figures.number(golden.max())))));
  }

  static String amount(double value, String unit) {
    return (Figures.number(value) + " " + unit).strip();
  }
}
