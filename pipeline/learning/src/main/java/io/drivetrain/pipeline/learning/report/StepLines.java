package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.learning.page.Figures;
import io.drivetrain.pipeline.learning.page.Timeline;
import io.drivetrain.pipeline.learning.page.Timeline.Line;
import io.drivetrain.pipeline.learning.page.Timeline.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a report as a picture and as a table. */
final class StepLines {
  private final RunReport report;

  StepLines(RunReport report) {
    this.report = report;
  }

  /**
   * @param took until now, while it runs
   * @param tries "" when there was none
   * @param said the beginning of a long message, or all of it
   * @param rest of it
   */
  record StepLine(
      String step,
      String kind,
      Badge badge,
      String tries,
      String waited,
      String took,
      String said,
      String rest) {}

  /** Empty for a run that has not begun. */
  Optional<Timeline> timeline() {
    return report
        .startedAt()
        .map(start -> Timeline.of(start, end(), report.steps().stream().map(this::line).toList()));
  }

  List<StepLine> lines() {
    return report.steps().stream().map(this::stepLine).toList();
  }

  private StepLine stepLine(StepReport step) {
    String said = said(step);
    String brief = RunSummary.brief(said);
    return new StepLine(
        step.step(),
        step.kind(),
        badge(step),
        step.tries().isEmpty() ? "" : Figures.count(step.tries().size()),
        step.waitedSeconds().map(StepLines::seconds).orElse(""),
        took(step),
        brief,
        said.substring(brief.length()).strip());
  }

  private Line line(StepReport step) {
    String state = badge(step).text();
    String took = took(step);
    String tries = step.tries().size() > 1 ? ", %d tries".formatted(step.tries().size()) : "";
    return new Line(
        step.step(),
        took.isEmpty() ? state : "%s, %s%s".formatted(state, took, tries),
        spans(step));
  }

  /** From being ready on, each try, and the waiting before each. */
  private List<Span> spans(StepReport step) {
    List<Span> spans = new ArrayList<>();
    Optional<Instant> waitsSince = step.readyAt();
    for (Attempt one : step.tries()) {
      waitsSince.ifPresent(since -> wait(spans, since, one.startedAt()));
      Instant to = one.endedAt().orElse(end());
      spans.add(new Span(kind(one), one.startedAt(), to, text(step, one)));
      waitsSince = Optional.of(to);
    }
    if (!step.state().isTerminal() && step.tries().stream().allMatch(one -> ended(one))) {
      waitsSince.ifPresent(since -> wait(spans, since, end()));
    }
    return spans;
  }

  private static boolean ended(Attempt one) {
    return one.endedAt().isPresent();
  }

  private static void wait(List<Span> spans, Instant from, Instant to) {
    if (to.isAfter(from)) {
      spans.add(new Span("waiting", from, to, "waiting"));
    }
  }

  private static String kind(Attempt one) {
    return switch (one.outcome().orElse("")) {
      case "" -> "busy";
      case "SUCCEEDED" -> "good";
      case "REJECTED" -> "warn";
      case "CANCELLED", "RELEASED" -> "quiet";
      default -> "bad";
    };
  }

  private static String text(StepReport step, Attempt one) {
    String number =
        step.tries().size() > 1 ? "try %d".formatted(step.tries().indexOf(one) + 1) : "work";
    return number
        + one.outcome().map(outcome -> ", " + outcome.toLowerCase().replace('_', ' ')).orElse("");
  }

  private static Badge badge(StepReport step) {
    return step.thisReport() ? new Badge("quiet", "wrote this report") : Badge.of(step.state());
  }

  private String took(StepReport step) {
    if (step.state() == StepState.RUNNING || step.state() == StepState.CANCELLING) {
      return step.startedAt().map(start -> duration(start, report.reportedAt())).orElse("");
    }
    return step.seconds().map(StepLines::seconds).orElse("");
  }

  private static String said(StepReport step) {
    if (step.approval().isPresent()) {
      return asked(step.approval().orElseThrow());
    }
    if (step.reusedFrom().isPresent()) {
      return "Taken over from run " + step.reusedFrom().orElseThrow().runId() + ".";
    }
    if (step.message().isPresent()) {
      return step.message().orElseThrow();
    }
    return step.tries().reversed().stream()
        .flatMap(one -> one.error().stream())
        .findFirst()
        .map(error -> "An earlier try: " + error)
        .orElse("");
  }

  private static String asked(StepApproval approval) {
    return approval.message()
        + approval.expiresAt().map(until -> " Until %s.".formatted(Figures.time(until))).orElse("");
  }

  private Instant end() {
    return report.endedAt().orElse(report.reportedAt());
  }

  private static String duration(Instant from, Instant to) {
    return Figures.duration(to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO);
  }

  private static String seconds(double seconds) {
    return Figures.duration(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
