package io.drivetrain.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.bench.stack.StackFault.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StackChaosTest {
  private static final Duration AIM = Duration.ofSeconds(30);
  private static final StackFault FAULT = new StackFault(Kind.KILL, Optional.of(Service.REGISTRY));

  private final StackFindings findings = new StackFindings();

  @Test
  void oneRoundKillsAndFreezesEveryProcessAndHurtsTheDatabase() {
    assertThat(StackFault.round())
        .map(StackFault::toString)
        .containsExactly(
            "kill -9 of postgres",
            "kill -9 of redis",
            "kill -9 of registry",
            "kill -9 of pipeline",
            "kill -9 of webui",
            "restart of postgres",
            "freeze of postgres",
            "freeze of redis",
            "freeze of registry",
            "freeze of pipeline",
            "freeze of webui",
            "full disk of postgres");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUCCEEDED", "REJECTED", "FAILED"})
  void allIsWellWhenNothingWasLost(String end) {
    findings.note(1, FAULT, outcome(AIM, 0, 0, end));

    assertThat(findings.report(AIM)).isTrue();
  }

  @Test
  void aFailedPredictionALostPointALostRunOrASlowRecoveryIsFound() {
    assertThat(isWell(outcome(AIM, 1, 0, "SUCCEEDED"))).isFalse();
    assertThat(isWell(outcome(AIM, 0, 1, "SUCCEEDED"))).isFalse();
    assertThat(isWell(outcome(AIM, 0, 0, "RUNNING"))).isFalse();
    assertThat(isWell(outcome(AIM, 0, 0, "LOST"))).isFalse();
    assertThat(isWell(outcome(AIM.plusMillis(1), 0, 0, "SUCCEEDED"))).isFalse();
  }

  @Test
  void aDoubledPromotionIsFound() {
    findings.doubled(1);

    assertThat(findings.report(AIM)).isFalse();
  }

  @Test
  void numbersOutOfBoundsAreRefusedWithTheBounds() {
    assertThat(refusal(new StackChaos(), "0"))
        .contains("TRIALS must be a number from 1 to 10000, not 0");
    assertThat(refusal(new ColdStarts(), "--load", "1001"))
        .contains("--load must be a number from 0 to 1000, not 1001");
  }

  private static boolean isWell(StackTrial.Outcome outcome) {
    StackFindings findings = new StackFindings();
    findings.note(1, FAULT, outcome);
    return findings.report(AIM);
  }

  private static StackTrial.Outcome outcome(Duration back, int failed, int lost, String run) {
    List<Predictions.Failure> failures =
        failed == 0 ? List.of() : List.of(new Predictions.Failure(0, "503"));
    return new StackTrial.Outcome(back, Duration.ZERO, failures, 10, lost, run);
  }

  private static String refusal(Object command, String... options) {
    StringWriter errors = new StringWriter();
    CommandLine line = new CommandLine(command).setErr(new PrintWriter(errors));

    assertThat(line.execute(options)).isEqualTo(2);
    return errors.toString();
  }
}
