package io.drivetrain.bench.pipeline;

import io.drivetrain.bench.BenchDatabase;
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

/**
 * One stack on which trial follows trial: runs of several pipelines at once, and one fault in the
 * middle of them.
 */
final class ChaosCell {
  /** Five steps of 0.3 s, one after the other. */
  private static final int RUN_MILLIS = 1500;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PipelineStack stack;
  private final BenchDatabase database;
  private final List<String> pipelines;
  private final int replicas;
  private final Duration lease;
  private final Random random;
  private final Set<UUID> asked = new LinkedHashSet<>();

  /** A step that a worker held when the fault came. */
  private record Held(UUID run, String step, long fence, long pid) {}

  /**
   * The outcome of a trial.
   *
   * @param seconds one for each step that was taken over, or for each run that continued after a
   *     restart
   * @param unfinished runs that did not succeed in time
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
              Locale.ROOT,
              "%d continued, the last after %.1f s",
              seconds.size(),
              seconds.stream().max(Double::compare).get());
    }
  }

  ChaosCell(
      PipelineStack stack, List<String> pipelines, int replicas, Duration lease, Random random) {
    this.stack = stack;
    this.database = stack.database();
    this.pipelines = pipelines;
    this.replicas = replicas;
    this.lease = lease;
    this.random = random;
  }

  void start() throws Exception {
    replaceTheDead();
    stack.awaitReady();
    try (Connection connection = database.connect()) {
      ChaosAudit.installWitness(connection);
    }
  }

  /** The runs whose trigger was answered. */
  Set<UUID> asked() {
    return asked;
  }

  /** Stops all replicas, also what was thawed last, and returns a connection to their database. */
  Connection standStill() throws SQLException {
    stack.stopReplicas();
    return database.connect();
  }

  Outcome trial(int number, Fault fault) throws Exception {
    stack.awaitReady();
    List<UUID> runs = new ArrayList<>();
    for (String pipeline : pipelines) {
      runs.add(trigger(pipeline, "trial-" + number));
    }
    asked.addAll(runs);
    Thread.sleep(random.nextInt(RUN_MILLIS));
    List<Held> held = awaitHeld(runs);
    return fault == Fault.RESTART ? restart(runs) : harm(victim(held), fault, held, runs);
  }

  private Outcome restart(List<UUID> runs) throws SQLException, InterruptedException {
    List<UUID> running = unfinished(runs);
    Instant down = database.restart();
    List<UUID> left = awaitSuccess(runs);
    return new Outcome(continued(running, down), left);
  }

  private Outcome harm(Replica victim, Fault fault, List<Held> held, List<UUID> runs)
      throws IOException, InterruptedException, SQLException {
    List<Held> hit = held.stream().filter(step -> step.pid() == victim.pid()).toList();
    Instant moment = Instant.now();
    switch (fault) {
      case KILL -> kill(victim, hit);
      case STOP -> stop(victim);
      case FREEZE -> freeze(victim);
      case RESTART -> throw new IllegalArgumentException("A restart has no victim");
    }
    List<UUID> left = awaitSuccess(runs);
    return new Outcome(takenOver(hit, moment), left);
  }

  /** What a replica without an answer did is unknown; with the same key, any other can be asked. */
  private UUID trigger(String pipeline, String key) throws Exception {
    UUID[] run = new UUID[1];
    stack.await(
        "a replica that takes a run",
        () -> {
          List<Replica> all = stack.replicas();
          try {
            run[0] = all.get(random.nextInt(all.size())).triggered(pipeline, key);
            return true;
          } catch (IOException _) {
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
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select run_id, step, fence, split_part(owner, '/', -2) from step_run where state = 'RUNNING'");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        held.add(
            new Held(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getLong(3),
                Long.parseLong(rows.getString(4))));
      }
    }
    return held;
  }

  /** A replica that holds a step, where there is one. */
  private Replica victim(List<Held> held) {
    List<Replica> all = stack.replicas();
    List<Replica> holders =
        all.stream()
            .filter(replica -> held.stream().anyMatch(step -> step.pid() == replica.pid()))
            .toList();
    List<Replica> candidates = holders.isEmpty() ? all : holders;
    return candidates.get(random.nextInt(candidates.size()));
  }

  private void kill(Replica victim, List<Held> hit)
      throws IOException, InterruptedException, SQLException {
    stack.kill(victim);
    awaitTakeover(hit); // a successor on the same machine would not wait for the lease
    replaceTheDead();
  }

  private void stop(Replica victim) throws IOException, InterruptedException, SQLException {
    try (Connection connection = database.connect()) {
      ChaosAudit.noteStop(connection, victim.pid());
    }
    if (!stack.stop(victim)) {
      throw new IOException("Replica " + victim.pid() + " did not end on SIGTERM");
    }
    replaceTheDead();
  }

  private void freeze(Replica victim) throws IOException, InterruptedException {
    victim.process().signal("STOP");
    Thread.sleep(lease.plusMillis(500 + random.nextInt(1500)));
    victim.process().signal("CONT");
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
    return database.count(
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
      if (database.count(
              "select count(*) from pipeline_run where id = ? and state = 'SUCCEEDED'", run)
          == 0) {
        left.add(run);
      }
    }
    return left;
  }

  /** A step that its worker finished in the instant before the fault does not count. */
  private List<Double> takenOver(List<Held> hit, Instant moment) throws SQLException {
    List<Double> seconds = new ArrayList<>();
    for (Held step : hit) {
      seconds.addAll(
          database.numbers(
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

  private List<Double> continued(List<UUID> runs, Instant down) throws SQLException {
    List<Double> seconds = new ArrayList<>();
    for (UUID run : runs) {
      seconds.addAll(
          database.numbers(
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
