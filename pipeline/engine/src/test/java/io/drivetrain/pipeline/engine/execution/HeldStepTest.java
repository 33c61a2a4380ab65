package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.step.StepStoppedException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldStepTest {
  private final HeldStep held =
      new HeldStep(
          new Claim(new UUID(0, 1), "train", 0, 1, 3, Duration.ZERO, 1, "me"),
          Thread.currentThread());

  @Test
  void keepsTheLatestReportWithinItsBounds() {
    held.report("tree 1", 0.1);
    held.report("tree 600", 1.2);

    assertThat(held.told()).isEqualTo(new HeldStep.Told("tree 600", 1.0));
  }

  @Test
  void needsABeatAsSoonAsSomethingWasTold() {
    assertThat(held.needsBeat(Duration.ofHours(1))).isFalse();

    held.report("tree 1", 0.1);

    assertThat(held.needsBeat(Duration.ofHours(1))).isTrue();
    held.beaten(held.told(), System.nanoTime());
    assertThat(held.needsBeat(Duration.ofHours(1))).isFalse();
  }

  @Test
  void interruptsItsWorkerAndItsReportsOnce() {
    held.stop(HeldStep.Stop.LEASE_LOST);
    held.stop(HeldStep.Stop.SHUTDOWN);

    assertThatThrownBy(() -> held.report("tree 1", 0.1)).isInstanceOf(StepStoppedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(held.leave()).isEqualTo(HeldStep.Stop.LEASE_LOST);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void doesNotInterruptAWorkerThatHasLeft() {
    held.leave();

    held.stop(HeldStep.Stop.LEASE_LOST);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(held.isLost()).isTrue();
  }

  @Test
  void isDeafWhenItIsLostAndGoesOn() {
    held.stop(HeldStep.Stop.ASKED);
    boolean whileAsked = held.isDeaf(Duration.ZERO);
    held.stop(HeldStep.Stop.LEASE_LOST);

    assertThat(whileAsked).isFalse();
    assertThat(held.isDeaf(Duration.ZERO)).isTrue();
    assertThat(held.isDeaf(Duration.ofHours(1))).isFalse();
    assertThat(held.leave()).isEqualTo(HeldStep.Stop.LEASE_LOST);
    assertThat(held.isDeaf(Duration.ZERO)).isFalse();
  }

  @Test
  void needsNoBeatWhenItIsLost() {
    held.report("tree 1", 0.1);

    held.stop(HeldStep.Stop.LEASE_LOST);

    assertThat(held.needsBeat(Duration.ZERO)).isFalse();
    held.leave();
  }
}
