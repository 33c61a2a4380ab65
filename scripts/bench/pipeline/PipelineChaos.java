import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Breaks replicas and the database in the middle of runs, and counts what is lost or done twice;
 * {@code scripts/chaos-pipeline.sh} runs this. Exit code 1 when something was.
 */
final class PipelineChaos {
  private static final String PIPELINE = "chaos";
  private static final long RUN_MILLIS = 7 * 200;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PipelineStack stack;
  private final int replicas;
  private final Duration lease;
  private final Random random;
  private final Map<Fault, List<Double>> recoveries = new EnumMap<>(Fault.class);
  private final List<String> lost = new ArrayList<>();

  enum Fault {
    KILL,
    FREEZE,
    POSTGRES_RESTART
  }

  /** A step that a worker held when the fault came. */
  private record Held(UUID run, String step, long fence, long pid) {}

  private PipelineChaos(PipelineStack stack, int replicas, Duration lease, long seed) {
    this.stack = stack;
    this.replicas = replicas;
    this.lease = lease;
    this.random = new Random(seed);
  }

  /** Arguments: trials, replicas, lease in ms, seed, packaged pipeline, state folder, definitions. */
  public static void main(String[] arguments) throws Exception {
    int trials = Integer.parseInt(arguments[0]);
    int replicas = Integer.parseInt(arguments[1]);
    Duration lease = Duration.ofMillis(Long.parseLong(arguments[2]));
    long seed = Long.parseLong(arguments[3]);
    Map<String, String> settings =
        Map.of(
            "DRIVETRAIN_EXECUTION_LEASE", lease.toMillis() + "ms",
            "DRIVETRAIN_EXECUTION_HEART_BEAT", lease.toMillis() / 4 + "ms",
            "DRIVETRAIN_EXECUTION_PROGRESS", "100ms",
            "DRIVETRAIN_EXECUTION_REAPER", "500ms",
            "DRIVETRAIN_EXECUTION_WORKERS", "2");
    boolean isClean;
    try (PipelineStack stack =
        new PipelineStack(Path.of(arguments[4]), Path.of(arguments[5]), Path.of(arguments[6]), settings)) {
      for (int i = 0; i < replicas; i++) {
        stack.addReplica();
      }
      stack.awaitReady();
      isClean = new PipelineChaos(stack, replicas, lease, seed).run(trials);
    }
    System.exit(isClean ? 0 : 1);
  }

  private boolean run(int count) throws Exception {
    for (int i = 1; i <= count; i++) {
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      String outcome = trial(i, fault);
      System.out.printf("%4d  %-16s  %s%n", i, fault, outcome);
      replaceTheDead();
    }
    return report(count);
  }

  private String trial(int number, Fault fault) throws Exception {
    UUID run = trigger("trial-" + number);
    Thread.sleep(random.nextLong(RUN_MILLIS));
    Optional<Held> held = held(run);
    Instant moment = strike(fault, held);
    if (!awaitSuccess(run)) {
      lost.add(run.toString());
      return "run " + run + " did not succeed";
    }
    double seconds = recovery(run, held, moment);
    recoveries.computeIfAbsent(fault, any -> new ArrayList<>()).add(seconds);
    boolean isTakenOver = held.isPresent() && isTakenOver(held.orElseThrow());
    return "%s %s after %.1f s"
        .formatted(
            held.map(Held::step).orElse("between two steps:"), isTakenOver ? "taken over" : "went on", seconds);
  }

  private UUID trigger(String key) throws IOException, InterruptedException {
    UUID[] run = new UUID[1];
    stack.await("a replica that takes a run", () -> {
      List<Replica> all = stack.replicas();
      run[0] = triggered(all.get(random.nextInt(all.size())), key);
      return run[0] != null;
    });
    return run[0];
  }

  /** Null when the replica does not answer: with the same key, another one may be asked. */
  private static UUID triggered(Replica replica, String key) {
    try {
      return replica
          .trigger(PIPELINE, key)
          .headers()
          .firstValue("Location")
          .map(place -> UUID.fromString(place.substring(place.lastIndexOf('/') + 1)))
          .orElseGet(() -> replayed(replica, key));
    } catch (IOException away) {
      return null;
    }
  }

  private static UUID replayed(Replica replica, String key) {
    try {
      String body = replica.trigger(PIPELINE, key).body();
      return body.startsWith("{\"id\":\"") ? UUID.fromString(body.substring(7, 43)) : null;
    } catch (IOException away) {
      return null;
    }
  }

  private Optional<Held> held(UUID run) throws SQLException {
    try (Connection connection = stack.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select step, fence, split_part(owner, '/', -2) from step_run where run_id = ? and state = 'RUNNING'")) {
      statement.setObject(1, run);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Held(run, rows.getString(1), rows.getLong(2), Long.parseLong(rows.getString(3))))
            : Optional.empty();
      }
    }
  }

  /** At the replica that holds the step, where there is one. Returns when it was away. */
  private Instant strike(Fault fault, Optional<Held> held) throws IOException, InterruptedException {
    if (fault == Fault.POSTGRES_RESTART) {
      return stack.restartPostgres();
    }
    List<Replica> all = stack.replicas();
    Replica victim =
        all.stream()
            .filter(replica -> held.filter(step -> step.pid() == replica.pid()).isPresent())
            .findFirst()
            .orElseGet(() -> all.get(random.nextInt(all.size())));
    if (fault == Fault.KILL) {
      victim.signal("KILL");
      victim.awaitEnd();
      stack.remove(victim);
      return Instant.now();
    }
    victim.signal("STOP");
    Instant frozen = Instant.now();
    Thread.sleep(lease.plusMillis(random.nextLong(2000)).plusSeconds(1));
    victim.signal("CONT");
    return frozen;
  }

  private boolean awaitSuccess(UUID run) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (stack.count("select count(*) from pipeline_run where id = ? and ended_at is not null", run) == 1) {
        return stack.count("select count(*) from pipeline_run where id = ? and state = 'SUCCEEDED'", run) == 1;
      }
      Thread.sleep(50);
    }
    return false;
  }

  /** Seconds until another worker began with the step, or its own one went on. */
  private double recovery(UUID run, Optional<Held> held, Instant moment) throws SQLException {
    return stack
        .numbers(
            """
            select extract(epoch from min(at) - ?) from run_event
            where run_id = ? and at > ? and (cast(? as text) is null or step = ?)
            """,
            Timestamp.from(moment),
            run,
            Timestamp.from(moment),
            held.map(Held::step).orElse(null),
            held.map(Held::step).orElse(null))
        .getFirst();
  }

  private boolean isTakenOver(Held held) throws SQLException {
    return stack.count(
            "select count(*) from step_attempt where run_id = ? and step = ? and fence > ?",
            held.run(),
            held.step(),
            held.fence())
        > 0;
  }

  private void replaceTheDead() throws IOException, InterruptedException {
    boolean isShort = stack.replicas().size() < replicas;
    while (stack.replicas().size() < replicas) {
      stack.addReplica();
    }
    if (isShort) {
      stack.awaitReady();
    }
  }

  private boolean report(int count) throws SQLException {
    long finished = stack.count("select count(*) from pipeline_run where state = 'SUCCEEDED'");
    long runs = stack.count("select count(*) from pipeline_run");
    long doubles =
        stack.count(
            """
            select count(*) from (
              select 1 from run_event where step is not null and state = 'SUCCEEDED'
              group by run_id, step having count(*) > 1
              union all
              select 1 from step_attempt where outcome = 'SUCCEEDED'
              group by run_id, step having count(*) > 1) as twice
            """);
    long uncommitted =
        stack.count(
            """
            select count(*) from step_run s where not exists (
              select 1 from step_attempt a where a.run_id = s.run_id and a.step = s.step and a.outcome = 'SUCCEEDED')
            """);
    System.out.printf(
        "%ntrials %d, runs made %d, runs finished %d, lost runs %d, double commits %d, steps without a commit %d%n",
        count, runs, finished, lost.size(), doubles, uncommitted);
    recoveries.forEach((fault, seconds) ->
        System.out.printf(
            Locale.ROOT,
            "%-16s  %d trials; the run went on after %.1f s (median), %.1f s at the longest%n",
            fault,
            seconds.size(),
            median(seconds),
            Collections.max(seconds)));
    return lost.isEmpty() && doubles == 0 && uncommitted == 0 && finished == count && runs == count;
  }

  private static double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
