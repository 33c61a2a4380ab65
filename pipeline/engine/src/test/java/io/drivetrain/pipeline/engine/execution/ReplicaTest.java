package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaTest {
  private final Replica here = Replica.current();

  @Test
  void comesBackFromItsOwnerText() {
    Replica parsed = Replica.parse(here.owner()).orElseThrow();

    assertThat(parsed.owner()).isEqualTo(here.owner());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "somebody", "a/b/c", "/1/2", "host/1"})
  void readsNoOtherText(String owner) {
    assertThat(Replica.parse(owner)).isEmpty();
  }

  @Test
  void isNotDeadItself() {
    assertThat(here.knowsDead(Replica.parse(here.owner()).orElseThrow())).isFalse();
  }

  @Test
  void knowsThatAProcessOfItsIdBeforeItIsDead() {
    Replica before = new Replica(here.machine(), here.pid(), here.startedAt().minusSeconds(60));

    assertThat(here.knowsDead(before)).isTrue();
  }

  @Test
  void knowsThatAProcessIsDeadWhoseIdNobodyHas() {
    Replica gone = new Replica(here.machine(), Integer.MAX_VALUE, Instant.EPOCH);

    assertThat(here.knowsDead(gone)).isTrue();
  }

  @Test
  void knowsNothingOfOtherMachines() {
    Replica elsewhere = new Replica("another-machine", Integer.MAX_VALUE, Instant.EPOCH);

    assertThat(here.knowsDead(elsewhere)).isFalse();
  }
}
