package io.drivetrain.webui.component.report;

import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.gate.SliceVerdict;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.webui.component.Quantities;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What gates are called and what they compared, from their numbers. A gate without numbers has only
 * the sentence of the pipeline service, which is English.
 */
public final class GateTexts {
  private final Locale locale;
  private final Quantities quantities;

  public GateTexts(Locale locale) {
    this.locale = locale;
    this.quantities = new Quantities(locale);
  }

  /** The first gate that kept the model from being promoted, in one line. */
  public Optional<String> firstFailure(List<GateReport> gates) {
    return gates.stream()
        .filter(gate -> !gate.passed() && !gate.isWarning())
        .findFirst()
        .map(gate -> text("gate.line", name(gate), comparison(gate)));
  }

  String name(GateReport gate) {
    return switch (gate.details()) {
      case GateDetails.Metric _ -> metric(gate.gate());
      case GateDetails.Slices slices -> text("gate.slices", slices.by());
      case GateDetails.ChampionComparison _, GateDetails.NoComparison _ -> text("gate.champion");
      case GateDetails.Baseline _ -> text("gate.baseline");
      case GateDetails.Range _ -> text("gate.range");
      case GateDetails.Monotone _ -> text("gate.monotone");
      case GateDetails.Latency _ -> text("gate.latency");
      case GateDetails.Golden _ -> text("gate.golden");
      case GateDetails.Parity _ -> text("gate.parity");
      case GateDetails.RollbackRehearsal _ -> text("gate.rollback");
      case GateDetails.Served _ -> text("gate.served");
      case GateDetails.None _ -> metric(gate.gate());
    };
  }

  String metric(String key) {
    return MetricTexts.label(key, key, locale);
  }

  String comparison(GateReport gate) {
    return switch (gate.details()) {
      case GateDetails.Metric one -> metric(one);
      case GateDetails.NoComparison one ->
          text(one.championVersion().isEmpty() ? "gate.noChampion" : "gate.notCompared");
      case GateDetails.ChampionComparison one ->
          text(
              "gate.champion.text",
              one.championVersion(),
              number(one.meanDifference()),
              number(one.upperBound()),
              number(one.margin()),
              one.rows());
      case GateDetails.Slices one -> slices(one);
      case GateDetails.Baseline one ->
          text(
              "gate.baseline.text",
              number(one.meanAbsoluteError()),
              number(one.baselineMeanAbsoluteError()),
              number(one.allowed()));
      case GateDetails.Range one ->
          text(
              "gate.range.text",
              one.outside(),
              one.rows(),
              number(one.least()),
              number(one.most()));
      case GateDetails.Monotone one ->
          text(
              "gate.monotone.text",
              quantities.percent(one.share()),
              quantities.percent(one.mostly()));
      case GateDetails.Latency one ->
          Double.isFinite(one.p95Millis())
              ? text("gate.latency.text", millis(one.p95Millis()), millis(one.allowedMillis()))
              : text("gate.latency.unanswered", one.unanswered().orElse(0), one.calls());
      case GateDetails.Golden one ->
          text(
              "gate.golden.text",
              one.records().stream().filter(GoldenResult::passed).count(),
              one.records().size());
      case GateDetails.Parity one ->
          text("gate.parity.text", one.predictionsThatDiffer(), one.records());
      case GateDetails.RollbackRehearsal one ->
          text(
              gate.passed() ? "gate.rollback.text" : "gate.rollback.failed", one.championVersion());
      case GateDetails.Served one ->
          text(
              "gate.served.text",
              one.promotedVersion(),
              one.servedVersion().orElse("\u2013"),
              one.sameBits().map(this::count).orElse("\u2013"),
              one.rows());
      case GateDetails.None _ -> gate.comparison();
    };
  }

  private String metric(GateDetails.Metric one) {
    String value = number(one.value());
    if (one.min().isPresent() && one.max().isPresent()) {
      return text("gate.between", value, number(one.min().get()), number(one.max().get()));
    }
    return one.min()
        .map(min -> text("gate.atLeast", value, number(min)))
        .or(() -> one.max().map(max -> text("gate.atMost", value, number(max))))
        .orElse(value);
  }

  private String slices(GateDetails.Slices one) {
    List<String> failed =
        one.slices().stream()
            .filter(slice -> !slice.passes())
            .map(SliceVerdict::slice)
            .collect(Collectors.toList());
    return failed.isEmpty()
        ? text("gate.slices.passed", one.slices().size())
        : text("gate.slices.failed", failed.size(), one.slices().size(), String.join(", ", failed));
  }

  private String count(int number) {
    return quantities.of(number, "");
  }

  private String number(double value) {
    return quantities.of(value, "");
  }

  private String millis(double value) {
    return quantities.of(value, "ms");
  }

  private String text(String key, Object... arguments) {
    return I18NProvider.translate(locale, key, arguments);
  }
}
