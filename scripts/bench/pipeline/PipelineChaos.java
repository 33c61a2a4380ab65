import io.drivetrain.embedded.ServerPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Breaks replicas and the database in the middle of runs, and looks for what is lost or done twice;
 * {@code scripts/chaos-pipeline.sh} runs this. Exit code 1 when something was.
 */
final class PipelineChaos {
  /** Runs that are on their way when a fault comes, each of a pipeline of its own. */
  private static final int PIPELINES = 4;

  private final int replicas;
  private final Duration lease;
  private final long seed;
  private final List<Fault> deck = new ArrayList<>();
  private final Map<Fault, Integer> trials = new EnumMap<>(Fault.class);
  private final Map<Fault, List<Double>> recoveries = new EnumMap<>(Fault.class);
  private final Map<Finding, List<String>> findings = new EnumMap<>(Finding.class);
  private final List<Finding> blindSpots = new ArrayList<>();
  private int begun;
  private int runs;

  private PipelineChaos(int count, List<Fault> faults, int replicas, Duration lease, long seed) {
    this.replicas = replicas;
    this.lease = lease;
    this.seed = seed;
    IntStream.range(0, count).forEach(i -> deck.add(faults.get(i % faults.size())));
    Collections.shuffle(deck, new Random(seed));
    for (Finding finding : Finding.values()) {
      findings.put(finding, new ArrayList<>());
    }
  }

  /**
   * Arguments: trials, kind of faults or all, stacks, replicas of each, lease in ms, seed, packaged pipeline, state
   * folder, definitions.
   */
  public static void main(String[] arguments) throws Exception {
    PipelineChaos chaos =
        new PipelineChaos(
            Integer.parseInt(arguments[0]),
            Fault.named(arguments[1]),
            Integer.parseInt(arguments[3]),
            Duration.ofMillis(Long.parseLong(arguments[4])),
            Long.parseLong(arguments[5]));
    boolean isClean =
        chaos.run(
            Integer.parseInt(arguments[2]), Path.of(arguments[6]), Path.of(arguments[7]), Path.of(arguments[8]));
    System.exit(isClean ? 0 : 1);
  }

  private boolean run(int stacks, Path app, Path state, Path definitions) throws Exception {
    System.out.printf(
        "seed %d: %d trials on %d stacks of %d replicas, %d runs at once, lease %,d ms%n",
        seed, deck.size(), stacks, replicas, PIPELINES, lease.toMillis());
    List<String> pipelines = definePipelines(definitions, state.resolve("definitions"));
    ServerPrograms programs = ServerPrograms.unpackedIn(state.resolve("programs"));
    try (ExecutorService threads = Executors.newFixedThreadPool(stacks)) {
      List<Future<Void>> cells = new ArrayList<>();
      for (int i = 1; i <= stacks; i++) {
        Path folder = state.resolve("stack-" + i);
        Random random = new Random(seed + i);
        cells.add(
            threads.submit(() -> {
              try (PipelineStack stack =
                  new PipelineStack(app, folder, programs, state.resolve("definitions"), settings())) {
                work(new ChaosCell(stack, pipelines, replicas, lease, random));
              }
              return null;
            }));
      }
      for (Future<Void> cell : cells) {
        cell.get();
      }
    } catch (ExecutionException broken) {
      throw new IOException("A stack gave up; logs are in " + state, broken.getCause());
    }
    return report();
  }

  /** The same steps under several ids: a pipeline has one run at a time. */
  private static List<String> definePipelines(Path source, Path target) throws IOException {
    String text = Files.readString(source.resolve("chaos.yaml"));
    List<String> ids = IntStream.rangeClosed(1, PIPELINES).mapToObj(i -> "chaos_" + i).toList();
    Files.createDirectories(target);
    for (String id : ids) {
      Files.writeString(target.resolve(id + ".yaml"), text.replace("id: chaos", "id: " + id));
    }
    return ids;
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

  private void work(ChaosCell cell) throws IOException, InterruptedException, SQLException {
    cell.start();
    for (int number = next(); number > 0; number = next()) {
      Fault fault = deck.get(number - 1);
      ChaosCell.Outcome outcome = cell.trial(number, fault);
      note(number, fault, outcome);
      if (!outcome.unfinished().isEmpty()) {
        break; // its pipeline is blocked
      }
    }
    try (Connection connection = cell.standStill()) {
      audit(cell, connection);
    }
  }

  /** The number of the next trial; 0 when all have begun. */
  private synchronized int next() {
    return begun == deck.size() ? 0 : ++begun;
  }

  private synchronized void note(int number, Fault fault, ChaosCell.Outcome outcome) {
    System.out.printf("%4d  %-8s %s%n", number, fault, outcome);
    trials.merge(fault, 1, Integer::sum);
    recoveries.computeIfAbsent(fault, any -> new ArrayList<>()).addAll(outcome.seconds());
  }

  private synchronized void audit(ChaosCell cell, Connection connection) throws SQLException {
    Map<Finding, List<String>> found = ChaosAudit.of(connection, cell.asked());
    found.forEach((finding, evidence) -> findings.get(finding).addAll(evidence));
    runs += cell.asked().size();
    Optional<UUID> run = cell.asked().stream().findFirst();
    if (run.isPresent() && found.values().stream().allMatch(List::isEmpty)) {
      blindSpots.addAll(ChaosAudit.blindSpots(connection, cell.asked(), run.orElseThrow()));
    }
  }

  private boolean report() {
    System.out.println();
    recoveries.forEach(PipelineChaos::print);
    System.out.printf("%d trials: %s; %d runs%n", begun, counted(trials), runs);
    Map<String, Integer> found = new LinkedHashMap<>();
    findings.forEach((finding, evidence) -> found.put(finding.words(), evidence.size()));
    System.out.println(counted(found));
    boolean isClean = findings.values().stream().allMatch(List::isEmpty);
    if (isClean && blindSpots.isEmpty()) {
      System.out.println("The audit was shown a made-up case of each of these, and found it.");
    }
    blindSpots.forEach(finding -> System.out.println("The audit overlooks made-up " + finding.words()));
    findings.forEach((finding, evidence) -> evidence.forEach(what -> System.out.println(finding.words() + ": " + what)));
    return isClean && blindSpots.isEmpty() && begun == deck.size();
  }

  private static String counted(Map<?, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void print(Fault fault, List<Double> seconds) {
    if (seconds.isEmpty()) {
      return;
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-8s %3d times %s: %.1f s at the least, %.1f s median, %.1f s p95, %.1f s at the most%n",
        fault,
        sorted.size(),
        fault.measured(),
        sorted.getFirst(),
        sorted.get(sorted.size() / 2),
        sorted.get((int) (sorted.size() * 0.95)),
        sorted.getLast());
  }
}
