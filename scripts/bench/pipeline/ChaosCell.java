import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One stack on which trial follows trial: runs of several pipelines at once, and one fault in the middle of them. */
final class ChaosCell {
  /** Five steps of 0.3 s, one after the other. */
  private static final int RUN_MILLIS = 1500;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PipelineStack stack;
  private final List<String> pipelines;
  private final int replicas;
  private final Duration lease;
  private final Random random;
  private final Set<UUID> asked = new LinkedHashSet<>();

  /** A step that a worker held when the fault came. */
  private record Held(UUID run, String step, long fence, long pid) {}

  /**
   * What came of a trial.
   *
   * @param seconds one for each step that was taken over, or for each run that went on after a restart
   */
  record Outcome(List<Double> seconds, List<UUID> unfinished) {
    @Override
    public String toString() {
      if (!unfinished.isEmpty()) {
        return "did not succeed: " + unfinished;
      }
      return seconds.isEmpty()
          ? "no step was hit"
          : String.format(
              Locale.ROOT, "%d went on, the last after %.1f s", seconds.size(), seconds.stream().max(Double::compare).get());
    }
  }

  ChaosCell(PipelineStack stack, List<String> pipelines, int replicas, Duration lease, Random random) {
    this.stack = stack;
    this.pipelines = pipelines;
    this.replicas = replicas;
    this.lease = lease;
    this.random = random;
  }

  void start() throws IOException, InterruptedException, SQLException {
    replaceTheDead();
    stack.awaitReady();
    try (Connection connection = stack.connect()) {
      ChaosAudit.installWitness(connection);
    }
  }

  /** The runs whose trigger was answered. */
  Set<UUID> asked() {
    return asked;
  }

  /** To the database of a stack that nobody works on any more: what was thawed last has had its say. */
  Connection standStill() throws SQLException {
    stack.stopReplicas();
    return stack.connect();
  }

  Outcome trial(int number, Fault fault) throws IOException, InterruptedException, SQLException {
    stack.awaitReady();
    List<UUID> runs = new ArrayList<>();
    for (String pipeline : pipelines) {
      runs.add(trigger(pipeline, "trial-" + number));
    }
    asked.addAll(runs);
    Thread.sleep(random.nextInt(RUN_MILLIS));
    List<Held> held = awaitHeld(runs);
    if (fault == Fault.RESTART) {
      List<UUID> running = unfinished(runs);
      Instant down = stack.restartPostgres();
      List<UUID> left = awaitSuccess(runs);
      return new Outcome(goneOn(running, down), left);
    }
    Replica victim = victim(held);
    List<Held> hit = held.stream().filter(step -> step.pid() == victim.pid()).toList();
    Instant moment = Instant.now();
    if (fault == Fault.KILL) {
      victim.kill();
      stack.remove(victim);
      awaitTakeover(hit); // a successor on the same machine would not wait for the lease
      replaceTheDead();
    } else if (fault == Fault.STOP) {
      stop(victim);
      replaceTheDead();
    } else {
      victim.signal("STOP");
      Thread.sleep(lease.plusMillis(500 + random.nextInt(1500)));
      victim.signal("CONT");
    }
    List<UUID> left = awaitSuccess(runs);
    return new Outcome(takenOver(hit, moment), left);
  }

  /** Of one that does not answer is not known what it did: with the same key, another one may be asked. */
  private UUID trigger(String pipeline, String key) throws IOException, InterruptedException {
    UUID[] run = new UUID[1];
    stack.await("a replica that takes a run", () -> {
      List<Replica> all = stack.replicas();
      try {
        run[0] = all.get(random.nextInt(all.size())).triggered(pipeline, key);
        return true;
      } catch (IOException away) {
        return false;
      }
    });
    return run[0];
  }

  /** The steps that workers hold, as soon as there is one; none when all runs have ended before. */
  private List<Held> awaitHeld(List<UUID> runs) throws SQLException {
    List<Held> held = held();
    while (held.isEmpty() && !unfinished(runs).isEmpty()) {
      held = held();
    }
    return held;
  }

  private List<Held> held() throws SQLException {
    List<Held> held = new ArrayList<>();
    try (Connection connection = stack.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select run_id, step, fence, split_part(owner, '/', -2) from step_run where state = 'RUNNING'");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        held.add(
            new Held(
                rows.getObject(1, UUID.class), rows.getString(2), rows.getLong(3), Long.parseLong(rows.getString(4))));
      }
    }
    return held;
  }

  /** A replica that holds a step, where there is one. */
  private Replica victim(List<Held> held) {
    List<Replica> all = stack.replicas();
    List<Replica> holders =
        all.stream().filter(replica -> held.stream().anyMatch(step -> step.pid() == replica.pid())).toList();
    List<Replica> candidates = holders.isEmpty() ? all : holders;
    return candidates.get(random.nextInt(candidates.size()));
  }

  private void stop(Replica victim) throws IOException, InterruptedException, SQLException {
    try (Connection connection = stack.connect()) {
      ChaosAudit.noteStop(connection, victim.pid());
    }
    victim.terminate();
    stack.remove(victim);
    if (!victim.awaitEnd()) {
      throw new IOException("Replica " + victim.pid() + " did not end when it was asked to");
    }
  }

  private void replaceTheDead() throws IOException {
    while (stack.replicas().size() < replicas) {
      stack.addReplica();
    }
  }

  private void awaitTakeover(List<Held> hit) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + lease.plus(PATIENCE).toNanos();
    for (Held step : hit) {
      while (isHeld(step) && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
    }
  }

  private boolean isHeld(Held step) throws SQLException {
    return stack.count(
            "select count(*) from step_run where run_id = ? and step = ? and fence = ? and ended_at is null",
            step.run(),
            step.step(),
            step.fence())
        == 1;
  }

  /** The runs that have not succeeded when patience ends. */
  private List<UUID> awaitSuccess(List<UUID> runs) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + lease.plus(PATIENCE).toNanos();
    List<UUID> left = unfinished(runs);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(20);
      left = unfinished(left);
    }
    return left;
  }

  private List<UUID> unfinished(List<UUID> runs) throws SQLException {
    List<UUID> left = new ArrayList<>();
    for (UUID run : runs) {
      if (stack.count("select count(*) from pipeline_run where id = ? and state = 'SUCCEEDED'", run) == 0) {
        left.add(run);
      }
    }
    return left;
  }

  /** A step that its worker finished in the instant before the fault is none. */
  private List<Double> takenOver(List<Held> hit, Instant moment) throws SQLException {
    List<Double> seconds = new ArrayList<>();
    for (Held step : hit) {
      seconds.addAll(
          stack.numbers(
              """
              select extract(epoch from min(started_at) - ?) from step_attempt
              where run_id = ? and step = ? and fence > ? having count(*) > 0
              """,
              Timestamp.from(moment),
              step.run(),
              step.step(),
              step.fence()));
    }
    return seconds;
  }

  private List<Double> goneOn(List<UUID> runs, Instant down) throws SQLException {
    List<Double> seconds = new ArrayList<>();
    for (UUID run : runs) {
      seconds.addAll(
          stack.numbers(
              """
              select extract(epoch from min(at) - ?) from run_event where run_id = ? and at > ? having count(*) > 0
              """,
              Timestamp.from(down),
              run,
              Timestamp.from(down)));
    }
    return seconds;
  }
}
