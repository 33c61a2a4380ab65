package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.step.StepStoppedException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeasedStepTest {
  private final LeasedStep leased =
      new LeasedStep(
          new Claim(new UUID(0, 1), "train", 0, 1, 3, Duration.ZERO, 1, "me"),
          Thread.currentThread());

  @Test
  void keepsTheLatestReportWithinItsBounds() {
    leased.report("tree 1", 0.1);
    leased.report("tree 600", 1.2);

    assertThat(leased.told()).isEqualTo(new LeasedStep.Told("tree 600", 1.0));
  }

  @Test
  void needsABeatAsSoonAsSomethingWasTold() {
    assertThat(leased.needsBeat(Duration.ofHours(1))).isFalse();

    leased.report("tree 1", 0.1);

    assertThat(leased.needsBeat(Duration.ofHours(1))).isTrue();
    leased.beaten(leased.told(), System.nanoTime());
    assertThat(leased.needsBeat(Duration.ofHours(1))).isFalse();
  }

  @Test
  void interruptsItsWorkerAndItsReportsOnce() {
    leased.stop(LeasedStep.Stop.LEASE_LOST);
    leased.stop(LeasedStep.Stop.SHUTDOWN);

    assertThatThrownBy(() -> leased.report("tree 1", 0.1)).isInstanceOf(StepStoppedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(leased.leave()).isEqualTo(LeasedStep.Stop.LEASE_LOST);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void doesNotInterruptAWorkerThatHasLeft() {
    leased.leave();

    leased.stop(LeasedStep.Stop.LEASE_LOST);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(leased.isLost()).isTrue();
  }

  @Test
  void isStuckWhenItIsLostAndGoesOn() {
    leased.stop(LeasedStep.Stop.ASKED);
    boolean whileAsked = leased.isStuck(Duration.ZERO);
    leased.stop(LeasedStep.Stop.LEASE_LOST);

    assertThat(whileAsked).isFalse();
    assertThat(leased.isStuck(Duration.ZERO)).isTrue();
    assertThat(leased.isStuck(Duration.ofHours(1))).isFalse();
    assertThat(leased.leave()).isEqualTo(LeasedStep.Stop.LEASE_LOST);
    assertThat(leased.isStuck(Duration.ZERO)).isFalse();
  }

  @Test
  void needsNoBeatWhenItIsLost() {
    leased.report("tree 1", 0.1);

    leased.stop(LeasedStep.Stop.LEASE_LOST);

    assertThat(leased.needsBeat(Duration.ZERO)).isFalse();
    leased.leave();
  }
}
