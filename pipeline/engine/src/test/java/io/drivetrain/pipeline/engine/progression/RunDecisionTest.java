package io.drivetrain.pipeline.engine.progression;

import static io.drivetrain.pipeline.api.step.StepState.CANCELLED;
import static io.drivetrain.pipeline.api.step.StepState.CANCELLING;
import static io.drivetrain.pipeline.api.step.StepState.FAILED;
import static io.drivetrain.pipeline.api.step.StepState.PENDING;
import static io.drivetrain.pipeline.api.step.StepState.READY;
import static io.drivetrain.pipeline.api.step.StepState.REJECTED;
import static io.drivetrain.pipeline.api.step.StepState.RETRY_WAIT;
import static io.drivetrain.pipeline.api.step.StepState.RUNNING;
import static io.drivetrain.pipeline.api.step.StepState.SKIPPED;
import static io.drivetrain.pipeline.api.step.StepState.SUCCEEDED;
import static io.drivetrain.pipeline.api.step.StepState.TIMED_OUT;
import static io.drivetrain.pipeline.api.step.StepState.UPSTREAM_FAILED;
import static io.drivetrain.pipeline.api.step.StepState.WAITING_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.progression.RunDecision.Change;
import io.drivetrain.pipeline.engine.progression.RunDecision.End;
import io.drivetrain.pipeline.engine.progression.RunDecision.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunDecisionTest {
  @Test
  void readiesTheNextStepAfterASuccess() {
    RunDecision plan = plan(SUCCEEDED, PENDING, PENDING, PENDING);

    assertThat(plan.changes()).containsExactly(new Change("step1", READY, null, null));
    assertThat(plan.end()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = StepState.class,
      names = {"READY", "RUNNING", "RETRY_WAIT", "WAITING_APPROVAL", "CANCELLING"})
  void waitsForAStepThatIsOnItsWay(StepState state) {
    RunDecision plan = plan(SUCCEEDED, state, PENDING, PENDING);

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.end()).isEmpty();
  }

  @Test
  void skipsTheStepsAfterANoAndReadiesTheReport() {
    RunDecision plan = plan(SUCCEEDED, REJECTED, PENDING, PENDING);

    assertThat(plan.changes())
        .containsExactly(
            new Change("step2", SKIPPED, StepReason.GATE, "Not run: step1 was rejected."),
            new Change("report", READY, null, null));
    assertThat(plan.end()).isEmpty();
  }

  @Test
  void passesOverTheStepsAfterAFailureAndReadiesTheReport() {
    RunDecision plan = plan(FAILED, PENDING, PENDING, PENDING);

    assertThat(plan.changes())
        .containsExactly(
            new Change("step1", UPSTREAM_FAILED, StepReason.UPSTREAM, "Not run: step0 failed."),
            new Change("step2", UPSTREAM_FAILED, StepReason.UPSTREAM, "Not run: step0 failed."),
            new Change("report", READY, null, null));
  }

  @Test
  void endsAsTheStepsWhateverBecameOfTheReport() {
    assertThat(plan(SUCCEEDED, SUCCEEDED, SUCCEEDED, FAILED).end())
        .contains(new End(RunState.SUCCEEDED, null, null));
    assertThat(plan(SUCCEEDED, REJECTED, SKIPPED, SUCCEEDED).end())
        .contains(new End(RunState.REJECTED, StepReason.GATE, "step1: because"));
    assertThat(plan(FAILED, UPSTREAM_FAILED, UPSTREAM_FAILED, FAILED).end())
        .contains(new End(RunState.FAILED, StepReason.EXCEPTION, "step0: because"));
  }

  @Test
  void waitsForTheReportBeforeItEnds() {
    assertThat(plan(SUCCEEDED, SUCCEEDED, SUCCEEDED, RUNNING).end()).isEmpty();
    assertThat(plan(SUCCEEDED, REJECTED, SKIPPED, RETRY_WAIT).end()).isEmpty();
  }

  @Test
  void reportsAStoppedRunOnlyWhenItsLastStepHasLetGo() {
    assertThat(plan(CANCELLING, CANCELLED, CANCELLED, PENDING).changes()).isEmpty();
    assertThat(plan(CANCELLED, CANCELLED, CANCELLED, PENDING).changes())
        .containsExactly(new Change("report", READY, null, null));
  }

  @Test
  void endsAtOnceWithoutAReport() {
    RunDecision plan =
        RunDecision.of(
            List.of(
                new Position("gate", List.of(), false, null, REJECTED, StepReason.GATE, "no"),
                new Position("next", List.of("gate"), false, null, PENDING, null, null)));

    assertThat(plan.changes()).hasSize(1);
    assertThat(plan.end()).contains(new End(RunState.REJECTED, StepReason.GATE, "gate: no"));
  }

  @Test
  void readiesAllStepsThatWaitedForOne() {
    RunDecision plan = fork(SUCCEEDED, PENDING, PENDING, PENDING);

    assertThat(plan.changes())
        .containsExactly(
            new Change("left", READY, null, null), new Change("right", READY, null, null));
  }

  @Test
  void readiesAStepWhenTheLastOfThoseThatItNeedsHasEnded() {
    assertThat(fork(SUCCEEDED, SUCCEEDED, RUNNING, PENDING).changes()).isEmpty();
    assertThat(fork(SUCCEEDED, SUCCEEDED, SUCCEEDED, PENDING).changes())
        .containsExactly(new Change("join", READY, null, null));
  }

  @Test
  void letsOneBranchEndBeforeItPassesOverWhatNeedsBoth() {
    assertThat(fork(SUCCEEDED, FAILED, RUNNING, PENDING).changes()).isEmpty();
    assertThat(fork(SUCCEEDED, FAILED, SUCCEEDED, PENDING).changes())
        .containsExactly(
            new Change("join", UPSTREAM_FAILED, StepReason.UPSTREAM, "Not run: left failed."));
  }

  @Test
  void endsFailedWhenOneBranchSaidNoAndTheOtherFailed() {
    assertThat(fork(SUCCEEDED, REJECTED, FAILED, UPSTREAM_FAILED).end())
        .contains(new End(RunState.FAILED, StepReason.EXCEPTION, "right: because"));
  }

  @Test
  void endsTimedOutWhenAStepDid() {
    assertThat(plan(TIMED_OUT, UPSTREAM_FAILED, UPSTREAM_FAILED, SUCCEEDED).end())
        .contains(new End(RunState.TIMED_OUT, StepReason.DEADLINE, "step0: because"));
  }

  @Test
  void asksAPersonWhenTheTurnOfAStepThatAsksHasCome() {
    RunDecision plan =
        RunDecision.of(
            List.of(
                position("evaluate", List.of(), false, SUCCEEDED),
                asking("approve", "evaluate", PENDING),
                position("promote", List.of("approve"), false, PENDING)));

    assertThat(plan.changes()).containsExactly(new Change("approve", WAITING_APPROVAL, null, null));
    assertThat(plan.question()).contains("approve: Is it good?");
    assertThat(plan.end()).isEmpty();
  }

  @Test
  void asksNobodyAfterAFailure() {
    RunDecision plan =
        RunDecision.of(
            List.of(
                position("evaluate", List.of(), false, FAILED),
                asking("approve", "evaluate", PENDING)));

    assertThat(plan.changes())
        .containsExactly(
            new Change(
                "approve", UPSTREAM_FAILED, StepReason.UPSTREAM, "Not run: evaluate failed."));
    assertThat(plan.question()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = StepState.class,
      names = {"READY", "RUNNING", "RETRY_WAIT", "CANCELLING"})
  void waitsForAPersonOnlyWhenNothingElseGoesOn(StepState other) {
    RunDecision busy =
        RunDecision.of(
            List.of(
                position("start", List.of(), false, SUCCEEDED),
                asking("approve", "start", WAITING_APPROVAL),
                position("other", List.of("start"), false, other)));

    assertThat(busy.question()).isEmpty();
    assertThat(busy.end()).isEmpty();
  }

  @Test
  void endsRejectedByAPerson() {
    RunDecision plan =
        RunDecision.of(
            List.of(
                new Position(
                    "approve",
                    List.of(),
                    false,
                    "Is it good?",
                    REJECTED,
                    StepReason.USER,
                    "Rejected by ana: too dear"),
                position("promote", List.of("approve"), false, PENDING)));

    assertThat(plan.changes())
        .containsExactly(
            new Change("promote", SKIPPED, StepReason.USER, "Not run: approve was rejected."));
    assertThat(plan.end())
        .contains(
            new End(RunState.REJECTED, StepReason.USER, "approve: Rejected by ana: too dear"));
  }

  private static Position asking(String step, String need, StepState state) {
    return new Position(step, List.of(need), false, "Is it good?", state, null, null);
  }

  @Test
  void staysStoppedWhenOnlyTheReportOfAStoppedRunWasTriedAgain() {
    assertThat(plan(SUCCEEDED, CANCELLED, CANCELLED, SUCCEEDED).end())
        .contains(new End(RunState.CANCELLED, StepReason.USER, "step1: because"));
  }

  /** Forty rows of three steps, each of which needs all of the row before: 3^40 ways through. */
  @Test
  void looksAtEachStepOfAMeshOnce() {
    List<Position> mesh = new ArrayList<>(List.of(position("start", List.of(), false, FAILED)));
    List<String> before = List.of("start");
    for (int row = 0; row < 40; row++) {
      List<String> steps = List.of(row + "a", row + "b", row + "c");
      for (String step : steps) {
        mesh.add(position(step, before, false, PENDING));
      }
      before = steps;
    }

    RunDecision plan = RunDecision.of(mesh);

    assertThat(plan.changes())
        .hasSize(120)
        .allSatisfy(change -> assertThat(change.state()).isEqualTo(UPSTREAM_FAILED));
    assertThat(plan.end())
        .contains(new End(RunState.FAILED, StepReason.EXCEPTION, "start: because"));
  }

  /** One step, two that need it, and one that needs both. */
  private static RunDecision fork(
      StepState start, StepState left, StepState right, StepState join) {
    return RunDecision.of(
        List.of(
            position("start", List.of(), false, start),
            position("left", List.of("start"), false, left),
            position("right", List.of("start"), false, right),
            position("join", List.of("left", "right"), false, join)));
  }

  /** Three steps and a report. */
  private static RunDecision plan(
      StepState first, StepState second, StepState third, StepState report) {
    return RunDecision.of(
        List.of(
            position("step0", List.of(), false, first),
            position("step1", List.of("step0"), false, second),
            position("step2", List.of("step1"), false, third),
            position("report", List.of("step2"), true, report)));
  }

  private static Position position(
      String step, List<String> needs, boolean always, StepState state) {
    StepReason reason =
        switch (state) {
          case REJECTED -> StepReason.GATE;
          case FAILED -> StepReason.EXCEPTION;
          case CANCELLED -> StepReason.USER;
          case TIMED_OUT -> StepReason.DEADLINE;
          default -> null;
        };
    return new Position(
        step, needs, always, null, state, reason, reason == null ? null : "because");
  }
}
