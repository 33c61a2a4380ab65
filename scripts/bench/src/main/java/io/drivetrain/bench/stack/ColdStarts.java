package io.drivetrain.bench.stack;

import io.drivetrain.bench.CommandLineBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command of {@code scripts/chaos-stack.sh --cold-starts}: starts a stopped stack, again and
 * again, on a machine that is busy with something else. Exit code 1 when a start or a stop failed.
 */
@Command(name = "chaos-stack --cold-starts", sortOptions = false)
final class ColdStarts implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(names = "--checkout", required = true, description = "whose scripts are used")
  private Path checkout;

  @Option(names = "--state", required = true, description = "a folder for the stacks")
  private Path state;

  private int starts;
  private int load;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ColdStarts()).execute(arguments));
  }

  @Parameters(paramLabel = "STARTS", defaultValue = "20", description = "how many starts")
  void starts(int count) {
    starts = CommandLineBounds.within(command, "STARTS", count, 1, 1000);
  }

  @Option(names = "--load", defaultValue = "40", description = "busy processes beside the stack")
  void load(int processes) {
    load = CommandLineBounds.within(command, "--load", processes, 0, 1000);
  }

  @Override
  public Integer call() throws Exception {
    ScriptedStack stack =
        new ScriptedStack(checkout, Files.createDirectories(state.toAbsolutePath()));
    List<Process> busy = new CopyOnWriteArrayList<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, busy)));
    // Without load: makes the database, and the start-up caches that every later start has.
    stack.script("start-stack.sh", "--no-build", "--no-train");
    stack.script("stop-stack.sh");
    for (int i = 0; i < load; i++) {
      busy.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
    }
    int failed = 0;
    for (int number = 1; number <= starts; number++) {
      failed += start(stack, number) ? 0 : 1;
    }
    System.out.printf(
        "%d of %d cold starts succeeded under a load of %d%n", starts - failed, starts, load);
    return failed == 0 ? 0 : 1;
  }

  private static boolean start(ScriptedStack stack, int number) throws InterruptedException {
    long began = System.nanoTime();
    try {
      stack.script("start-stack.sh", "--no-build", "--no-train");
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      stack.script("stop-stack.sh");
      System.out.printf("start %d: %d s%n", number, seconds);
      return true;
    } catch (IOException e) {
      System.out.printf("start %d FAILED: %s%n", number, e.getMessage());
      return false;
    }
  }

  /** Also when it is interrupted. */
  private static void end(ScriptedStack stack, List<Process> busy) {
    busy.forEach(Process::destroyForcibly);
    try {
      stack.script("stop-stack.sh");
    } catch (IOException | InterruptedException e) {
      System.err.println("The stack may be left running: " + e.getMessage());
    }
  }
}
