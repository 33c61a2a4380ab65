package io.drivetrain.pipeline.learning.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOutcomeTest {
  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, FINISHED, SUCCEEDED SUCCEEDED",
    "SUCCEEDED, FINISHED, REUSED SUCCEEDED",
    "REJECTED, FAILED, SUCCEEDED REJECTED SKIPPED",
    "FAILED, FAILED, SUCCEEDED FAILED UPSTREAM_FAILED",
    "TIMED_OUT, FAILED, TIMED_OUT UPSTREAM_FAILED",
    "FAILED, FAILED, FAILED TIMED_OUT",
    "FAILED, FAILED, REJECTED FAILED",
    "FAILED, FAILED, UPSTREAM_FAILED",
    "CANCELLED, KILLED, SUCCEEDED CANCELLED UPSTREAM_FAILED",
    "CANCELLED, KILLED, FAILED CANCELLING"
  })
  void followsFromTheSteps(RunOutcome outcome, String status, String states) {
    var steps =
        Arrays.stream(states.split(" "))
            .map(state -> new StepOutcome(StepState.valueOf(state), null, null, 1, null, null))
            .toList();

    assertThat(RunOutcome.of(steps)).isEqualTo(outcome);
    assertThat(outcome.status()).hasToString(status);
    assertThat(RunOutcome.of(outcome.state())).contains(outcome);
  }
}
