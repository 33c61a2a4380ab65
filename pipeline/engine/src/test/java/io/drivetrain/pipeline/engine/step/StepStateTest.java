package io.drivetrain.pipeline.engine.step;

import static io.drivetrain.pipeline.api.step.StepState.CANCELLED;
import static io.drivetrain.pipeline.api.step.StepState.CANCELLING;
import static io.drivetrain.pipeline.api.step.StepState.FAILED;
import static io.drivetrain.pipeline.api.step.StepState.PENDING;
import static io.drivetrain.pipeline.api.step.StepState.READY;
import static io.drivetrain.pipeline.api.step.StepState.REJECTED;
import static io.drivetrain.pipeline.api.step.StepState.RETRY_WAIT;
import static io.drivetrain.pipeline.api.step.StepState.REUSED;
import static io.drivetrain.pipeline.api.step.StepState.RUNNING;
import static io.drivetrain.pipeline.api.step.StepState.SKIPPED;
import static io.drivetrain.pipeline.api.step.StepState.SUCCEEDED;
import static io.drivetrain.pipeline.api.step.StepState.TIMED_OUT;
import static io.drivetrain.pipeline.api.step.StepState.UPSTREAM_FAILED;
import static io.drivetrain.pipeline.api.step.StepState.WAITING_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.step.StepState;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepStateTest {
  private static final Map<StepState, Set<StepState>> FOLLOWING =
      Map.ofEntries(
          Map.entry(
              PENDING,
              Set.of(READY, WAITING_APPROVAL, SKIPPED, UPSTREAM_FAILED, REUSED, CANCELLED)),
          Map.entry(READY, Set.of(RUNNING, CANCELLED)),
          Map.entry(
              RUNNING,
              Set.of(SUCCEEDED, REJECTED, FAILED, TIMED_OUT, RETRY_WAIT, READY, CANCELLING)),
          Map.entry(RETRY_WAIT, Set.of(READY, RUNNING, CANCELLED)),
          Map.entry(WAITING_APPROVAL, Set.of(SUCCEEDED, REJECTED, TIMED_OUT, CANCELLED)),
          Map.entry(CANCELLING, Set.of(CANCELLED, TIMED_OUT)),
          Map.entry(SUCCEEDED, Set.of(PENDING)),
          Map.entry(REJECTED, Set.of(PENDING)),
          Map.entry(FAILED, Set.of(PENDING)),
          Map.entry(CANCELLED, Set.of(PENDING)),
          Map.entry(TIMED_OUT, Set.of(PENDING)),
          Map.entry(SKIPPED, Set.of(PENDING)),
          Map.entry(UPSTREAM_FAILED, Set.of(PENDING)),
          Map.entry(REUSED, Set.of()));

  @Test
  void knowsWhatFollowsOnEachState() {
    for (StepState state : StepState.values()) {
      Set<StepState> following =
          Arrays.stream(StepState.values()).filter(state::canBecome).collect(Collectors.toSet());

      assertThat(following).as(state.name()).isEqualTo(FOLLOWING.get(state));
    }
  }

  @Test
  void knowsWhichStatesAreAnEnd() {
    assertThat(StepState.values())
        .filteredOn(state -> !state.isTerminal())
        .containsExactly(PENDING, READY, RUNNING, RETRY_WAIT, WAITING_APPROVAL, CANCELLING);
  }
}
