package io.drivetrain.bench.stack;

import io.drivetrain.bench.CommandLineBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command of {@code scripts/chaos-stack.sh}: breaks each process of a local stack in turn,
 * while prices are asked for, points are logged and models are learned and promoted. Exit code 1
 * when something was lost, done twice, or did not come back by itself in time.
 */
@Command(name = "chaos-stack", sortOptions = false)
final class StackChaos implements Callable<Integer> {
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);
  private static final int MOST_SEED = 999_999_999;

  @Spec private CommandSpec command;

  @Option(names = "--checkout", required = true, description = "whose scripts are used")
  private Path checkout;

  @Option(names = "--state", required = true, description = "a folder for the stack")
  private Path state;

  private int trials;
  private int seed = new Random().nextInt(MOST_SEED + 1);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StackChaos()).execute(arguments));
  }

  @Parameters(paramLabel = "TRIALS", defaultValue = "36", description = "how many trials")
  void trials(int count) {
    trials = CommandLineBounds.within(command, "TRIALS", count, 1, 10_000);
  }

  @Option(names = "--seed", description = "of the moments")
  void seed(int number) {
    seed = CommandLineBounds.within(command, "--seed", number, 0, MOST_SEED);
  }

  @Override
  public Integer call() throws Exception {
    System.out.printf("seed %d%n", seed);
    Files.createDirectories(state);
    ScriptedStack stack = new ScriptedStack(checkout, state.toAbsolutePath());
    // A recording of start-up caches would cost the stop half a minute.
    stack.set("AOT_CACHE", "no");
    Files.createDirectories(stack.home());
    Files.writeString(stack.home().resolve(".drivetrain-stack"), "of chaos-stack.sh\n");
    Thread end = new Thread(() -> stop(stack));
    try (SmallDisk disk = SmallDisk.mountFor(stack)) {
      Runtime.getRuntime().addShutdownHook(end); // also when it is interrupted
      stack.script("start-stack.sh", "--no-build", "--no-train");
      StackFindings findings = work(stack, disk.isMounted());
      findings.doubled(doubledPromotions(stack));
      stop(stack);
      return findings.report(LONGEST_RECOVERY) ? 0 : 1;
    }
  }

  private StackFindings work(ScriptedStack stack, boolean canFillDisk) throws Exception {
    learnFirstModel(stack);
    Predictions predictions = new Predictions(stack.port(Service.WEBUI));
    Thread asking = Thread.ofPlatform().daemon().start(predictions);
    StackFindings findings = new StackFindings();
    StackTrial trial = new StackTrial(stack, predictions, new Random(seed));
    List<StackFault> round = StackFault.round();
    for (int number = 1; number <= trials; number++) {
      StackFault fault = round.get((number - 1) % round.size());
      if (fault.kind() == StackFault.Kind.DISK_FULL && !canFillDisk) {
        findings.skip(number, fault, "this user may not mount a small file system");
      } else {
        findings.note(number, fault, trial.of(fault));
      }
    }
    asking.interrupt();
    asking.join();
    findings.asked(predictions.asked());
    return findings;
  }

  private static void learnFirstModel(ScriptedStack stack) throws Exception {
    Runs runs = new Runs(stack.port(Service.PIPELINE));
    String end = runs.end(runs.trigger(), Duration.ofMinutes(5));
    if (!end.equals("SUCCEEDED")) {
      throw new IOException("The first model was not promoted: its run ended " + end);
    }
  }

  /** Runs with more than one version, and versions that came to production more than once. */
  private static long doubledPromotions(ScriptedStack stack) throws IOException, SQLException {
    String password = Files.readString(stack.home().resolve("servers/postgres/password")).strip();
    String url =
        "jdbc:postgresql://127.0.0.1:%d/drivetrain".formatted(stack.port(Service.POSTGRES));
    try (Connection connection = DriverManager.getConnection(url, "postgres", password);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select
                  (select count(*) from (
                    select run_id from registry.model_version where run_id is not null
                    group by run_id having count(*) > 1) as doubled)
                  + (select count(*) from (
                    select version from registry.audit_trail where action = 'ALIAS_MOVED' and key = 'champion'
                    group by version having count(*) > 1) as doubled)
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void stop(ScriptedStack stack) {
    try {
      stack.script("stop-stack.sh");
    } catch (IOException | InterruptedException e) {
      System.err.println("The stack may be left running: " + e.getMessage());
    }
  }
}
