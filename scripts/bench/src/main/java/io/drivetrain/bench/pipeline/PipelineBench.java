package io.drivetrain.bench.pipeline;

import io.drivetrain.bench.BenchDatabase;
import io.drivetrain.bench.BenchFolders;
import io.drivetrain.bench.CommandLineBounds;
import io.drivetrain.embedded.ServerPrograms;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command of {@code scripts/bench-pipeline.sh}: starts a pipeline and measures it. */
@Command(name = "bench-pipeline", sortOptions = false)
final class PipelineBench implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private BenchFolders folders;

  private int runs;
  private int history;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PipelineBench()).execute(arguments));
  }

  @Option(names = "--runs", defaultValue = "200", description = "runs for each figure")
  void runs(int count) {
    runs = CommandLineBounds.within(command, "--runs", count, 20, 10_000);
  }

  @Option(names = "--history", defaultValue = "100000", description = "ended runs in the tables")
  void history(int count) {
    history = CommandLineBounds.within(command, "--history", count, 100, 1_000_000);
  }

  @Override
  public Integer call() throws Exception {
    Path state = folders.state();
    ServerPrograms programs = ServerPrograms.unpackedIn(state.resolve("programs"));
    Path definitions =
        BenchDefinitions.write(state.resolve("definitions"), "long", "noop", "ticking", "wide");
    try (PipelineStack stack =
        new PipelineStack(folders.app(), state, programs, definitions, Map.of())) {
      Replica replica = stack.addReplica();
      stack.awaitReady();
      measure(new PipelineFigures(stack, replica, runs), stack.database());
    }
    return 0;
  }

  private void measure(PipelineFigures figures, BenchDatabase database) throws Exception {
    figures.printHeader();
    figures.warmUp();
    figures.measureTriggers("idle");
    figures.measureCancels();
    figures.measureSchedule();
    figures.countDuplicates();
    new RunHistory(database).fill(history);
    figures.measureTriggers("%,d runs in the tables".formatted(history));
    figures.measureLists(history);
    figures.measureShares();
  }
}
