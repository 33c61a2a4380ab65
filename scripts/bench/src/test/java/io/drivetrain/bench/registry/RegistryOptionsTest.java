package io.drivetrain.bench.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class RegistryOptionsTest {
  @Command
  private static final class AnyCommand implements Callable<Integer> {
    @Mixin private RegistryOptions options;

    @Override
    public Integer call() {
      return 0;
    }
  }

  private static RegistryOptions parse(String... more) {
    AnyCommand command = new AnyCommand();
    Stream<String> required = Stream.of("--app", "/app", "--state", "/state");
    new CommandLine(command)
        .parseArgs(Stream.concat(required, Stream.of(more)).toArray(String[]::new));
    return command.options;
  }

  private static Operation operation(String name) {
    return new Operation(name, new Operation.Aim.Survives(), 1, (_, _) -> null);
  }

  @Test
  void defaultsAreThoseOfTheFullBenchmark() {
    RegistryOptions options = parse();

    assertThat(options.folders().app()).isEqualTo(Path.of("/app"));
    assertThat(options.runs()).isEqualTo(100_000);
    assertThat(options.longSteps()).isEqualTo(50_000);
    assertThat(options.time()).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.clients()).containsExactly(1, 8);
    assertThat(options.heap()).isEqualTo("512m");
    assertThat(options.jvmOptions()).isEmpty();
    assertThat(options.wants(operation("log-metric"))).isTrue();
  }

  @Test
  void optionsThatMayBeRepeatedAddUp() {
    RegistryOptions options =
        parse("--only", "log", "--only", "get", "--jvm", "-Xint", "--clients", "2,4");

    assertThat(options.wants(operation("runs/get"))).isTrue();
    assertThat(options.wants(operation("runs/create"))).isFalse();
    assertThat(options.jvmOptions()).containsExactly("-Xint");
    assertThat(options.clients()).containsExactly(2, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "--runs, 99, --runs must be a number from 100 to 1000000",
    "--seconds, 61, --seconds must be a number from 1 to 60",
    "'--clients', '1,65', --clients must be a number from 1 to 64",
    "--runs, many, Invalid value for option '--runs'"
  })
  void wrongNumbersAreRefused(String option, String value, String message) {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> parse(option, value))
        .withMessageStartingWith(message);
  }
}
