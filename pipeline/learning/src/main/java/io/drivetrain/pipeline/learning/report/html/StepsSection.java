package io.drivetrain.pipeline.learning.report.html;

import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.api.report.StepReport;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.learning.html.Badge;
import io.drivetrain.pipeline.learning.html.Charts;
import io.drivetrain.pipeline.learning.html.PageText;
import io.drivetrain.pipeline.learning.report.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The steps of a run on the page.
 *
 * @param durations an SVG; "" before any step has begun
 * @param messages whether any step has one
 */
record StepsSection(List<StepLine> steps, String durations, boolean messages) {

  /**
   * @param took until now, while it runs
   * @param attempts "" when there was none
   * @param message the beginning of a long message, or all of it
   * @param rest of it
   * @param history its attempts, when there was more than one
   */
  record StepLine(
      String step,
      String kind,
      Badge badge,
      String attempts,
      String waited,
      String took,
      String message,
      String rest,
      List<String> history) {}

  static StepsSection of(RunReport report, PageText text) {
    Lines lines = new Lines(report, text);
    List<StepLine> steps = report.steps().stream().map(lines::line).toList();
    return new StepsSection(
        steps, lines.durations(), steps.stream().anyMatch(step -> !step.message().isEmpty()));
  }

  /** Makes the lines of one report. */
  private record Lines(RunReport report, PageText text) {

    StepLine line(StepReport step) {
      String message = message(step);
      String brief = RunSummary.brief(message);
      return new StepLine(
          step.step(),
          step.kind(),
          badge(step),
          step.attempts().isEmpty() ? "" : text.numbers().count(step.attempts().size()),
          step.waitedSeconds().map(text.numbers()::seconds).orElse(""),
          seconds(step).map(text.numbers()::seconds).orElse(""),
          brief,
          message.substring(brief.length()).strip(),
          history(step.attempts()));
    }

    String durations() {
      List<StepReport> begun =
          report.steps().stream().filter(step -> !step.attempts().isEmpty()).toList();
      if (begun.isEmpty()) {
        return "";
      }
      return new Charts(text.numbers())
          .durations(
              text.of("durations_label"),
              begun.stream().map(StepReport::step).toList(),
              begun.stream().map(step -> step.waitedSeconds().orElse(0.0)).toList(),
              begun.stream().map(step -> seconds(step).orElse(0.0)).toList(),
              text.of("seconds"));
    }

    private Badge badge(StepReport step) {
      Badges badges = new Badges(text);
      return step.thisReport() ? badges.named("quiet", "this_report") : badges.of(step.state());
    }

    private Optional<Double> seconds(StepReport step) {
      return step.state() == StepState.RUNNING || step.state() == StepState.CANCELLING
          ? step.startedAt().map(start -> between(start, report.reportedAt()))
          : step.seconds();
    }

    private List<String> history(List<Attempt> attempts) {
      return attempts.size() < 2
          ? List.of()
          : IntStream.range(0, attempts.size())
              .mapToObj(i -> attempt(i + 1, attempts.get(i)))
              .toList();
    }

    private String attempt(int number, Attempt attempt) {
      String outcome = attempt.outcome().map(Enum::name).orElse("RUNNING");
      Instant end = attempt.endedAt().orElse(report.reportedAt());
      return text.of(
          "attempt",
          number,
          text.find("state_" + outcome).orElse(outcome),
          text.numbers().seconds(between(attempt.startedAt(), end)));
    }

    private String message(StepReport step) {
      if (step.approval().isPresent()) {
        return approval(step.approval().orElseThrow());
      }
      if (step.reusedFrom().isPresent()) {
        return text.of("reused_from", step.reusedFrom().orElseThrow().runId());
      }
      if (step.message().isPresent()) {
        return step.message().orElseThrow();
      }
      return step.attempts().reversed().stream()
          .flatMap(attempt -> attempt.error().stream())
          .findFirst()
          .map(error -> text.of("earlier_attempt", error))
          .orElse("");
    }

    private String approval(StepApproval approval) {
      return approval.message()
          + approval
              .expiresAt()
              .map(until -> " " + text.of("approval_until", text.numbers().time(until)))
              .orElse("");
    }

    private static double between(Instant from, Instant to) {
      return Math.max(0, Duration.between(from, to).toMillis()) / 1000.0;
    }
  }
}
