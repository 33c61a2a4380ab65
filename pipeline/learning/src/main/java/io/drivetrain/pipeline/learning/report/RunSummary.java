package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.promotion.ProductionResult;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.learning.html.PageText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run in one sentence, or a few. Messages of steps stay in English. */
public final class RunSummary {
  private static final int LONGEST_MESSAGE = 200;
  private static final int NAMED_GATES = 3;

  private final RunSnapshot run;
  private final String reporter;
  private final PageText text;

  /**
   * @param reporter id of the step that writes the report; "" for none
   */
  RunSummary(RunSnapshot run, String reporter, PageText text) {
    this.run = run;
    this.reporter = reporter;
    this.text = text;
  }

  /** The first sentence of a long message; the whole of it stands at its step. */
  public static String brief(String message) {
    int end = message.indexOf(". ");
    return message.length() > LONGEST_MESSAGE && end > 0 ? message.substring(0, end + 1) : message;
  }

  /**
   * @param gates that were judged
   */
  String sentence(RunState state, List<GateReport> gates) {
    return switch (state) {
      case QUEUED, CANCELLING -> text.of("summary_" + state);
      case RUNNING -> progress();
      case WAITING_APPROVAL -> text.of("summary_WAITING_APPROVAL", approvals());
      case SUCCEEDED -> success();
      case REJECTED -> ended(RunOutcome.REJECTED) + failedGates(gates);
      case FAILED -> ended(RunOutcome.FAILED);
      case TIMED_OUT -> ended(RunOutcome.TIMED_OUT);
      case CANCELLED -> run.run().message().orElseGet(() -> text.of("summary_CANCELLED"));
    };
  }

  private String ended(RunOutcome outcome) {
    Optional<StepRun> step = run.decidedBy(outcome, reporter);
    String what = text.of("summary_" + outcome);
    String where = step.map(one -> text.of("summary_at_step", what, one.step())).orElse(what + ".");
    return step.flatMap(one -> Optional.ofNullable(one.outcome().message()))
        .or(() -> run.run().message())
        .map(message -> where + " " + brief(message))
        .orElse(where);
  }

  private String failedGates(List<GateReport> gates) {
    List<String> failed =
        gates.stream()
            .filter(gate -> !gate.passed() && !gate.isWarning())
            .map(GateReport::gate)
            .toList();
    if (failed.isEmpty()) {
      return "";
    }
    String named = failed.stream().limit(NAMED_GATES).collect(Collectors.joining(", "));
    int rest = failed.size() - NAMED_GATES;
    return " "
        + text.of(
            "summary_failed_gates",
            failed.size(),
            gates.size(),
            rest > 0 ? text.of("summary_more_gates", named, rest) : named);
  }

  private String success() {
    return run.outputs()
        .find(ProductionResult.class)
        .filter(result -> result.stage().isPresent())
        .map(this::promoted)
        .orElseGet(() -> text.of("summary_SUCCEEDED"));
  }

  private String promoted(ProductionResult result) {
    String version = result.modelVersion().orElse("");
    String former = result.formerVersion().orElse("");
    return former.isEmpty() || former.equals(version)
        ? text.of("summary_first", version)
        : text.of("summary_promoted", version, former);
  }

  private String progress() {
    List<StepRun> others =
        run.steps().stream().filter(step -> !step.step().equals(reporter)).toList();
    long ended = others.stream().filter(step -> step.outcome().state().isTerminal()).count();
    String counted = text.of("summary_RUNNING", ended, others.size());
    String running =
        others.stream()
            .filter(step -> step.outcome().state() == StepState.RUNNING)
            .map(RunSummary::work)
            .collect(Collectors.joining(", "));
    return running.isEmpty() ? counted : counted + " " + text.of("summary_now_running", running);
  }

  private static String work(StepRun step) {
    return step.step() + step.progress().map(now -> " (" + now.text() + ")").orElse("");
  }

  private String approvals() {
    return run.run()
        .message()
        .orElseGet(() ->
            run.steps().stream()
                .filter(step -> step.outcome().state() == StepState.WAITING_APPROVAL)
                .map(StepRun::step)
                .collect(Collectors.joining(", ")));
  }
}
