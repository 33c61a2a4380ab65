package io.drivetrain.pipeline.engine.run;

import static io.drivetrain.pipeline.api.run.RunState.CANCELLED;
import static io.drivetrain.pipeline.api.run.RunState.CANCELLING;
import static io.drivetrain.pipeline.api.run.RunState.FAILED;
import static io.drivetrain.pipeline.api.run.RunState.QUEUED;
import static io.drivetrain.pipeline.api.run.RunState.REJECTED;
import static io.drivetrain.pipeline.api.run.RunState.RUNNING;
import static io.drivetrain.pipeline.api.run.RunState.SUCCEEDED;
import static io.drivetrain.pipeline.api.run.RunState.TIMED_OUT;
import static io.drivetrain.pipeline.api.run.RunState.WAITING_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.run.RunState;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunStateTest {
  private static final Map<RunState, Set<RunState>> FOLLOWING =
      Map.of(
          QUEUED, Set.of(RUNNING, CANCELLED),
          RUNNING,
              Set.of(
                  WAITING_APPROVAL, CANCELLING, SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT),
          WAITING_APPROVAL, Set.of(RUNNING, CANCELLING, REJECTED, TIMED_OUT),
          CANCELLING, Set.of(CANCELLED, TIMED_OUT),
          SUCCEEDED, Set.of(RUNNING),
          REJECTED, Set.of(RUNNING),
          FAILED, Set.of(RUNNING),
          CANCELLED, Set.of(RUNNING),
          TIMED_OUT, Set.of(RUNNING));

  @Test
  void knowsWhatFollowsOnEachState() {
    for (RunState state : RunState.values()) {
      Set<RunState> following =
          Arrays.stream(RunState.values()).filter(state::canBecome).collect(Collectors.toSet());

      assertThat(following).as(state.name()).isEqualTo(FOLLOWING.get(state));
    }
  }

  @Test
  void knowsWhichStatesAreAnEnd() {
    assertThat(RunState.values())
        .filteredOn(RunState::isTerminal)
        .containsExactly(SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT);
  }
}
