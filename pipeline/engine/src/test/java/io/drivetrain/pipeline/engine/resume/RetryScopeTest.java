package io.drivetrain.pipeline.engine.resume;

import static io.drivetrain.pipeline.api.step.StepState.CANCELLED;
import static io.drivetrain.pipeline.api.step.StepState.FAILED;
import static io.drivetrain.pipeline.api.step.StepState.REJECTED;
import static io.drivetrain.pipeline.api.step.StepState.REUSED;
import static io.drivetrain.pipeline.api.step.StepState.SKIPPED;
import static io.drivetrain.pipeline.api.step.StepState.SUCCEEDED;
import static io.drivetrain.pipeline.api.step.StepState.TIMED_OUT;
import static io.drivetrain.pipeline.api.step.StepState.UPSTREAM_FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryScopeTest {
  /** One step, two that need it, one that needs both, and a report. */
  private static final List<StepSpec> GRAPH =
      List.of(
          step("start", false),
          step("left", false, "start"),
          step("right", false, "start"),
          step("join", false, "left", "right"),
          step("report", true, "join"));

  @ParameterizedTest
  @EnumSource(
      value = StepState.class,
      names = {"FAILED", "TIMED_OUT", "CANCELLED"})
  void beginsAStepAnewAndAllThatFollowsFromIt(StepState state) {
    assertThat(scope("left", SUCCEEDED, state, SUCCEEDED, UPSTREAM_FAILED, SUCCEEDED))
        .containsExactly("left", "join", "report");
  }

  @Test
  void beginsWithWhatEndedBadlyBeforeIt() {
    assertThat(scope("join", SUCCEEDED, FAILED, TIMED_OUT, UPSTREAM_FAILED, SUCCEEDED))
        .containsExactly("left", "right", "join", "report");
  }

  @Test
  void leavesAnotherFailureWhereItIs() {
    assertThat(scope("left", SUCCEEDED, FAILED, FAILED, UPSTREAM_FAILED, SUCCEEDED))
        .containsExactly("left", "join", "report");
  }

  @Test
  void takesUpWhatWasCancelledBesideIt() {
    assertThat(scope("left", SUCCEEDED, FAILED, CANCELLED, CANCELLED, CANCELLED))
        .containsExactly("left", "right", "join", "report");
  }

  @Test
  void beginsAReportAlone() {
    assertThat(scope("report", SUCCEEDED, FAILED, CANCELLED, UPSTREAM_FAILED, FAILED))
        .containsExactly("report");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "left   | Step left was rejected, and a retry does not change that. Resume the run with changed inputs.",
        "join   | Step join was skipped because an earlier step was rejected. Resume the run with changed inputs.",
        "start  | Step start succeeded: there is nothing to retry.",
        "report | Step report succeeded: there is nothing to retry."
      })
  void refusesWhatAnotherTryWouldNotChange(String step, String message) {
    assertThatThrownBy(() -> scope(step, REUSED, REJECTED, SUCCEEDED, SKIPPED, SUCCEEDED))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("step_not_retryable"))
        .hasMessage(message);
  }

  @Test
  void refusesAStepBehindANo() {
    assertThatThrownBy(() -> scope("join", SUCCEEDED, FAILED, REJECTED, UPSTREAM_FAILED, SUCCEEDED))
        .hasMessage(
            "Step join depends on right, which was rejected. Resume the run with changed inputs.");
  }

  @Test
  void knowsNoOtherSteps() {
    assertThatThrownBy(() -> scope("other", SUCCEEDED, FAILED, FAILED, UPSTREAM_FAILED, SUCCEEDED))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("not_found"));
  }

  /** Forty rows of two steps, each of which needs both of the row before: 2^40 ways through. */
  @Test
  void looksAtEachStepOfAMeshOnce() {
    List<StepSpec> mesh = new ArrayList<>(List.of(step("start", false)));
    String[] before = {"start"};
    for (int row = 0; row < 40; row++) {
      String[] steps = {"a" + row, "b" + row};
      for (String step : steps) {
        mesh.add(step(step, false, before));
      }
      before = steps;
    }
    Map<String, StepState> states = new LinkedHashMap<>();
    mesh.forEach(step -> states.put(step.id(), UPSTREAM_FAILED));
    states.put("start", FAILED);

    assertThat(RetryScope.of("a39", mesh, states).steps()).hasSize(81);
  }

  private static List<String> scope(String step, StepState... states) {
    Map<String, StepState> byStep = new LinkedHashMap<>();
    for (int i = 0; i < states.length; i++) {
      byStep.put(GRAPH.get(i).id(), states[i]);
    }
    return RetryScope.of(step, GRAPH, byStep).steps().stream().map(StepSpec::id).toList();
  }

  private static StepSpec step(String id, boolean always, String... needs) {
    return new StepSpec(id, "any", null, null, always, List.of(needs), null, null);
  }
}
