package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.promotion.ProductionResult;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.learning.report.RunReport.GateReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run in one sentence, or a few. */
final class RunSummary {
  private static final int LONGEST_MESSAGE = 200;
  private static final int NAMED_GATES = 3;

  private final RunSnapshot account;
  private final String teller;

  /**
   * @param teller id of the step that tells it; "" for none
   */
  RunSummary(RunSnapshot account, String teller) {
    this.account = account;
    this.teller = teller;
  }

  /**
   * @param gates that were asked
   */
  String sentence(RunState state, List<GateReport> gates) {
    return switch (state) {
      case QUEUED -> "The run waits until the active run of its pipeline has ended.";
      case RUNNING -> "The run is under way: %s.".formatted(progress());
      case WAITING_APPROVAL -> "The run waits for a person to decide: %s.".formatted(approvals());
      case CANCELLING -> "The run was told to stop, and its steps are being ended.";
      case SUCCEEDED -> success();
      case REJECTED -> because("The run was rejected", RunOutcome.REJECTED) + saidNo(gates);
      case FAILED -> because("The run failed", RunOutcome.FAILED);
      case TIMED_OUT -> because("The run took too long", RunOutcome.TIMED_OUT);
      case CANCELLED ->
          account
              .run()
              .message()
              .map(why -> "The run was stopped before its end. " + why)
              .orElse("The run was stopped before its end.");
    };
  }

  /** The step that decided. */
  Optional<StepRun> deciding(RunOutcome outcome) {
    return account.deciding(teller).stream()
        .filter(step -> outcome.isDecidedBy(step.outcome().state()))
        .findFirst();
  }

  private String because(String what, RunOutcome outcome) {
    Optional<StepRun> step = deciding(outcome);
    String where = step.map(one -> " in step " + one.step()).orElse("");
    String why =
        step.flatMap(one -> Optional.ofNullable(one.outcome().message()))
            .or(() -> account.run().message())
            .map(message -> " " + brief(message))
            .orElse("");
    return what + where + "." + why;
  }

  /** A long message is told by its first sentence; the whole of it stands at its step. */
  static String brief(String message) {
    int end = message.indexOf(". ");
    return message.length() > LONGEST_MESSAGE && end > 0 ? message.substring(0, end + 1) : message;
  }

  private static String saidNo(List<GateReport> gates) {
    List<String> names =
        gates.stream()
            .filter(gate -> !gate.passed() && !gate.isWarning())
            .map(GateReport::gate)
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    int rest = names.size() - NAMED_GATES;
    return " %d of %d gates said no: %s%s."
        .formatted(
            names.size(),
            gates.size(),
            String.join(", ", names.subList(0, Math.min(NAMED_GATES, names.size()))),
            rest > 0 ? " and %d more".formatted(rest) : "");
  }

  private String success() {
    return account
        .outputs()
        .find(ProductionResult.class)
        .filter(result -> result.stage().isPresent())
        .map(RunSummary::promoted)
        .orElse("Every step succeeded.");
  }

  private static String promoted(ProductionResult result) {
    String version = result.modelVersion().orElse("");
    String former = result.formerVersion().orElse("");
    String place =
        former.isEmpty() || former.equals(version)
            ? "the model in production"
            : "in production in place of version " + former;
    return "Version %s passed every gate that decides and is now %s.".formatted(version, place);
  }

  private String progress() {
    List<StepRun> others =
        account.steps().stream().filter(step -> !step.step().equals(teller)).toList();
    long ended = others.stream().filter(step -> step.outcome().state().isTerminal()).count();
    String counted = "%d of %d steps have ended".formatted(ended, others.size());
    String busy =
        others.stream()
            .filter(step -> step.outcome().state() == StepState.RUNNING)
            .map(RunSummary::work)
            .collect(Collectors.joining(", "));
    return busy.isEmpty() ? counted : counted + ", at work is " + busy;
  }

  private static String work(StepRun step) {
    return step.step() + step.progress().map(now -> " (" + now.text() + ")").orElse("");
  }

  private String approvals() {
    return account
        .run()
        .message()
        .orElseGet(() ->
            account.steps().stream()
                .filter(step -> step.outcome().state() == StepState.WAITING_APPROVAL)
                .map(StepRun::step)
                .collect(Collectors.joining(", ")));
  }
}
