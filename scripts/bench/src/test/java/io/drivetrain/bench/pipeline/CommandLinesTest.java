package io.drivetrain.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLinesTest {
  @Test
  void numbersOutOfBoundsAreRefusedWithTheBounds() {
    assertThat(refusal(new PipelineBench(), "--runs", "19"))
        .contains("--runs must be a number from 20 to 10000, not 19");
    assertThat(refusal(new PipelineChaos(), "0"))
        .contains("TRIALS must be a number from 1 to 100000, not 0");
    assertThat(refusal(new PipelineChaos(), "--replicas", "9"))
        .contains("--replicas must be a number from 2 to 8, not 9");
  }

  @Test
  void unknownFaultsAreRefused() {
    assertThat(refusal(new PipelineChaos(), "--fault", "flood"))
        .contains("--fault must be kill, freeze, stop, restart or all, not 'flood'");
  }

  private static String refusal(Object command, String... options) {
    StringWriter errors = new StringWriter();
    CommandLine line = new CommandLine(command).setErr(new PrintWriter(errors));
    String[] all = Arrays.copyOf(options, options.length + 4);
    System.arraycopy(new String[] {"--app", "app", "--state", "state"}, 0, all, options.length, 4);

    assertThat(line.execute(all)).isEqualTo(2);
    return errors.toString();
  }
}
