package io.drivetrain.bench.pipeline;

import io.drivetrain.bench.BenchFolders;
import io.drivetrain.bench.CommandLineBounds;
import io.drivetrain.embedded.ServerPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command of {@code scripts/chaos-pipeline.sh}: breaks replicas and the database in the middle
 * of runs, and looks for what is lost or done twice. Exit code 1 when something was.
 */
@Command(name = "chaos-pipeline", sortOptions = false)
final class PipelineChaos implements Callable<Integer> {
  /** Runs at a time when a fault comes, each of a pipeline of its own. */
  private static final int PIPELINES = 4;

  private static final int MOST_SEED = 999_999_999;

  @Spec private CommandSpec command;
  @Mixin private BenchFolders folders;

  private int trials;
  private List<Fault> faults;
  private Duration lease;
  private int stacks;
  private int replicas;
  private int seed = new Random().nextInt(MOST_SEED + 1);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PipelineChaos()).execute(arguments));
  }

  @Parameters(paramLabel = "TRIALS", defaultValue = "20", description = "how many trials")
  void trials(int count) {
    trials = CommandLineBounds.within(command, "TRIALS", count, 1, 100_000);
  }

  @Option(names = "--fault", defaultValue = "all", description = "a kind of fault, or all")
  void fault(String kind) {
    try {
      faults = Fault.named(kind);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--fault " + e.getMessage());
    }
  }

  @Option(names = "--lease", defaultValue = "3000", description = "lease of a step in ms")
  void lease(int millis) {
    lease = Duration.ofMillis(CommandLineBounds.within(command, "--lease", millis, 1000, 600_000));
  }

  @Option(names = "--stacks", defaultValue = "3", description = "trials at a time")
  void stacks(int count) {
    stacks = CommandLineBounds.within(command, "--stacks", count, 1, 8);
  }

  @Option(names = "--replicas", defaultValue = "3", description = "replicas of each stack")
  void replicas(int count) {
    replicas = CommandLineBounds.within(command, "--replicas", count, 2, 8);
  }

  @Option(names = "--seed", description = "of the choice of faults and moments")
  void seed(int number) {
    seed = CommandLineBounds.within(command, "--seed", number, 0, MOST_SEED);
  }

  @Override
  public Integer call() throws Exception {
    System.out.printf(
        "seed %d: %d trials on %d stacks of %d replicas, %d runs at once, lease %,d ms%n",
        seed, trials, stacks, replicas, PIPELINES, lease.toMillis());
    ChaosTrials all = new ChaosTrials(trials, faults, seed);
    run(all);
    return all.report() ? 0 : 1;
  }

  private void run(ChaosTrials all) throws Exception {
    Path state = folders.state();
    Path definitions = state.resolve("definitions");
    List<String> pipelines = BenchDefinitions.writeCopies(definitions, "chaos", PIPELINES);
    ServerPrograms programs = ServerPrograms.unpackedIn(state.resolve("programs"));
    try (ExecutorService threads = Executors.newFixedThreadPool(stacks)) {
      List<Future<Void>> cells = new ArrayList<>();
      for (int i = 1; i <= stacks; i++) {
        Path folder = state.resolve("stack-" + i);
        Random random = new Random(seed + i);
        cells.add(
            threads.submit(() -> {
              try (PipelineStack stack =
                  new PipelineStack(folders.app(), folder, programs, definitions, settings())) {
                all.work(new ChaosCell(stack, pipelines, replicas, lease, random));
              }
              return null;
            }));
      }
      for (Future<Void> cell : cells) {
        cell.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A stack gave up; logs are in " + state, e.getCause());
    }
  }

  /** In the proportions of production: a lease of 30 s, a beat each 10 s, a reaper each 5 s. */
  private Map<String, String> settings() {
    return Map.of(
        "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1", // many starts, little work
        "DRIVETRAIN_EXECUTION_LEASE", lease.toMillis() + "ms",
        "DRIVETRAIN_EXECUTION_HEART_BEAT", lease.toMillis() / 3 + "ms",
        "DRIVETRAIN_EXECUTION_REAPER", lease.toMillis() / 6 + "ms",
        "DRIVETRAIN_EXECUTION_PROGRESS", Math.min(500, lease.toMillis() / 10) + "ms",
        "DRIVETRAIN_EXECUTION_WORKERS", Integer.toString(PIPELINES));
  }
}
