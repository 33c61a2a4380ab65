package io.drivetrain.pipeline.learning.report;

import io.drivetrain.models.metric.Metric;
import io.drivetrain.pipeline.learning.page.Figures;
import io.drivetrain.pipeline.learning.report.ReportPage.Fact;
import io.drivetrain.pipeline.learning.report.RunReport.GateReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page of a report says in single facts. */
final class ReportFacts {
  private final RunReport report;

  ReportFacts(RunReport report) {
    this.report = report;
  }

  /** What a reader looks for first. */
  List<Fact> summary() {
    List<Fact> facts = new ArrayList<>();
    report.comparison().ifPresent(comparison -> comparisonFacts(comparison, facts));
    if (!report.gates().isEmpty()) {
      facts.add(new Fact("Gates", gates()));
    }
    report
        .data()
        .flatMap(data -> data.rows())
        .ifPresent(rows -> facts.add(new Fact("Rows of data", Figures.count(rows))));
    took()
        .ifPresent(time ->
            facts.add(new Fact(report.endedAt().isPresent() ? "Took" : "Took so far", time)));
    return facts;
  }

  /** What tells this run from others. */
  List<Fact> identity() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Pipeline", report.pipeline()));
    facts.add(new Fact("Run", report.runId().toString()));
    report.mlflowRunId().ifPresent(id -> facts.add(new Fact("Run in the registry", id)));
    facts.add(new Fact("Definition (SHA-256)", report.definitionVersion()));
    facts.add(new Fact("Trigger", trigger()));
    report.resumedFrom().ifPresent(id -> facts.add(new Fact("Goes on from run", id.toString())));
    facts.add(new Fact("Triggered", Figures.time(report.createdAt())));
    report.startedAt().ifPresent(at -> facts.add(new Fact("Started", Figures.time(at))));
    report.endedAt().ifPresent(at -> facts.add(new Fact("Ended", Figures.time(at))));
    report
        .queuedSeconds()
        .ifPresent(seconds ->
            facts.add(
                new Fact(
                    "Waited for its turn",
                    Figures.duration(Duration.ofMillis(Math.round(seconds * 1000))))));
    if (!report.note().isEmpty()) {
      facts.add(new Fact("Note", report.note()));
    }
    if (!report.labels().isEmpty()) {
      facts.add(new Fact("Labels", pairs(report.labels())));
    }
    report
        .parameters()
        .forEach((name, value) -> facts.add(new Fact("Parameter " + name, String.valueOf(value))));
    return facts;
  }

  private void comparisonFacts(RunReport.Comparison comparison, List<Fact> facts) {
    if (!comparison.challenger().isEmpty()) {
      facts.add(new Fact("Model", "version " + comparison.challenger()));
    }
    facts.add(
        new Fact(
            "Compared with",
            comparison.champion().isEmpty()
                ? "none in production"
                : "version " + comparison.champion()));
    comparison.metrics().stream()
        .filter(metric -> metric.metric().equals(Metric.MAE.key()))
        .findFirst()
        .ifPresent(metric ->
            facts.add(
                new Fact(
                    metric.label(),
                    MetricText.shown(Metric.MAE, metric.challenger(), comparison.unit()))));
  }

  private String gates() {
    long passed = report.gates().stream().filter(GateReport::passed).count();
    long warnings =
        report.gates().stream().filter(gate -> !gate.passed() && gate.isWarning()).count();
    String counted = "%d of %d passed".formatted(passed, report.gates().size());
    return warnings == 0
        ? counted
        : counted + ", %d %s".formatted(warnings, warnings == 1 ? "warning" : "warnings");
  }

  private Optional<String> took() {
    Instant end = report.endedAt().orElse(report.reportedAt());
    return report
        .startedAt()
        .map(start ->
            Figures.duration(end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO));
  }

  private String trigger() {
    return switch (report.trigger()) {
      case API -> "by hand";
      case SCHEDULE -> "by the clock" + slot();
      case BACKFILL -> "back-fill" + slot();
    };
  }

  private String slot() {
    return report.logicalTime().map(time -> ", for " + Figures.time(time)).orElse("");
  }

  private static String pairs(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + ": " + label.getValue())
        .collect(Collectors.joining(", "));
  }
}
