package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.learning.html.Fact;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.html.PageText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The single facts on the page of a report. */
final class ReportFacts {
  private final RunReport report;
  private final PageText text;
  private final NumberText numbers;
  private final List<Fact> facts = new ArrayList<>();

  private ReportFacts(RunReport report, PageText text) {
    this.report = report;
    this.text = text;
    this.numbers = text.numbers();
  }

  /** What a reader looks for first. */
  static List<Fact> summary(RunReport report, PageText text) {
    ReportFacts facts = new ReportFacts(report, text);
    report.comparison().ifPresent(facts::comparison);
    if (!report.gates().isEmpty()) {
      facts.add("gates", facts.gates());
    }
    report
        .data()
        .flatMap(data -> data.rows())
        .ifPresent(rows -> facts.add("data_rows", facts.numbers.count(rows)));
    report.startedAt().ifPresent(facts::took);
    return facts.facts;
  }

  /** What tells this run from others. */
  static List<Fact> identity(RunReport report, PageText text) {
    ReportFacts facts = new ReportFacts(report, text);
    facts.identity();
    return facts.facts;
  }

  private void comparison(Comparison comparison) {
    if (!comparison.challenger().isEmpty()) {
      add("model", text.of("version", comparison.challenger()));
    }
    add(
        "compared_with",
        comparison.champion().isEmpty()
            ? text.of("none_in_production")
            : text.of("version", comparison.champion()));
    MetricText shown = new MetricText(text, comparison.unit());
    comparison.metrics().stream()
        .filter(metric -> metric.metric().equals(Metric.MAE.key()))
        .findFirst()
        .ifPresent(metric ->
            facts.add(new Fact(shown.label(metric), shown.shown(metric, metric.challenger()))));
  }

  private String gates() {
    long passed = report.gates().stream().filter(GateReport::passed).count();
    long warnings =
        report.gates().stream().filter(gate -> !gate.passed() && gate.isWarning()).count();
    String counted = text.of("gates_passed", passed, report.gates().size());
    return warnings == 0
        ? counted
        : counted + ", " + text.of(warnings == 1 ? "one_warning" : "warnings", warnings);
  }

  private void took(Instant start) {
    Instant end = report.endedAt().orElse(report.reportedAt());
    add(
        report.endedAt().isPresent() ? "took" : "took_so_far",
        numbers.duration(end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO));
  }

  private void identity() {
    add("pipeline", report.pipeline());
    add("run", report.runId().toString());
    report.mlflowRunId().ifPresent(id -> add("tracking_run", id));
    add("definition", report.definitionVersion());
    add("trigger", trigger());
    report.resumedFrom().ifPresent(id -> add("resumed_from", id.toString()));
    add("triggered", numbers.time(report.createdAt()));
    report.startedAt().ifPresent(at -> add("started", numbers.time(at)));
    report.endedAt().ifPresent(at -> add("ended", numbers.time(at)));
    report.queuedSeconds().ifPresent(seconds -> add("queued", numbers.seconds(seconds)));
    if (!report.note().isEmpty()) {
      add("note", report.note());
    }
    if (!report.labels().isEmpty()) {
      add("labels", pairs(report.labels()));
    }
    report
        .parameters()
        .forEach((name, value) ->
            facts.add(new Fact(text.of("parameter", name), String.valueOf(value))));
  }

  private String trigger() {
    String name = text.of("trigger_" + report.trigger().name());
    return report
        .logicalTime()
        .map(time -> text.of("trigger_for", name, numbers.time(time)))
        .orElse(name);
  }

  private void add(String key, String value) {
    facts.add(new Fact(text.of(key), value));
  }

  private static String pairs(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + ": " + label.getValue())
        .collect(Collectors.joining(", "));
  }
}
