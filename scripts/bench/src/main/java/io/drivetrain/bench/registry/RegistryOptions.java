package io.drivetrain.bench.registry;

import io.drivetrain.bench.BenchFolders;
import io.drivetrain.bench.CommandLineBounds;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is started and measured. */
final class RegistryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private BenchFolders folders;

  @Option(names = "--heap", defaultValue = "512m", description = "-Xmx of the server")
  private String heap;

  @Option(names = "--only", description = "a part of the names of the operations to measure")
  private List<String> only = List.of();

  @Option(names = "--jvm", description = "one more option for the server's JVM")
  private List<String> jvmOptions = List.of();

  private int runs;
  private int longSteps;
  private Duration time;
  private List<Integer> clients;

  @Option(names = "--runs", defaultValue = "100000", description = "runs to fill")
  void runs(int count) {
    runs = CommandLineBounds.within(command, "--runs", count, 100, 1_000_000);
  }

  @Option(
      names = "--long-steps",
      defaultValue = "50000",
      description = "steps of each of the 20 runs that are read by interval")
  void longSteps(int count) {
    longSteps = CommandLineBounds.within(command, "--long-steps", count, 1000, 1_000_000);
  }

  @Option(names = "--seconds", defaultValue = "5", description = "time for each figure")
  void seconds(int count) {
    time = Duration.ofSeconds(CommandLineBounds.within(command, "--seconds", count, 1, 60));
  }

  @Option(
      names = "--clients",
      defaultValue = "1,8",
      split = ",",
      description = "how many clients at once, one table each")
  void clients(List<Integer> counts) {
    clients =
        counts.stream()
            .map(count -> CommandLineBounds.within(command, "--clients", count, 1, 64))
            .toList();
  }

  BenchFolders folders() {
    return folders;
  }

  /** As -Xmx wants it. */
  String heap() {
    return heap;
  }

  List<String> jvmOptions() {
    return jvmOptions;
  }

  int runs() {
    return runs;
  }

  int longSteps() {
    return longSteps;
  }

  /** Of each figure. */
  Duration time() {
    return time;
  }

  List<Integer> clients() {
    return clients;
  }

  boolean wants(Operation operation) {
    return only.isEmpty() || only.stream().anyMatch(operation.name()::contains);
  }
}
