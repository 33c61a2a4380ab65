package io.drivetrain.bench.pipeline;

import io.drivetrain.bench.Await;
import io.drivetrain.bench.BenchDatabase;
import io.drivetrain.bench.FreePorts;
import io.drivetrain.bench.JavaProcess;
import io.drivetrain.embedded.ServerPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Postgres of its own, and replicas of the packaged pipeline, on free ports of 127.0.0.1. */
final class PipelineStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration TIME_TO_END = Duration.ofSeconds(20);
  private static final List<String> JVM_OPTIONS = List.of("-Xmx192m", "-XX:+UseSerialGC");

  private final Path app;
  private final Path state;
  private final Map<String, String> environment;
  private final List<Replica> replicas = new CopyOnWriteArrayList<>();
  private final BenchDatabase database;
  private int started;

  /**
   * Starts Postgres, but no replica.
   *
   * @param state folder of data and logs
   * @param definitions folder of the pipelines
   * @param settings of the replicas, as environment variables
   */
  PipelineStack(
      Path app, Path state, ServerPrograms programs, Path definitions, Map<String, String> settings)
      throws IOException {
    this.app = app;
    this.state = state;
    Files.createDirectories(state.resolve("data"));
    database = new BenchDatabase(state.resolve("postgres"), programs, "pipeline");
    // Also when this program is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    environment = new HashMap<>(settings);
    environment.putAll(database.environment());
    environment.put("DRIVETRAIN_HOST", "127.0.0.1");
    environment.put("DRIVETRAIN_DATA", state.resolve("data").toString());
    environment.put("DRIVETRAIN_DEFINITIONS", definitions.toString());
  }

  BenchDatabase database() {
    return database;
  }

  /** Does not wait until it is ready. */
  Replica addReplica() throws IOException {
    started++;
    int port = FreePorts.next();
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PIPELINE_PORT", Integer.toString(port));
    Path log = state.resolve("replica-" + started + ".log");
    Replica replica = Replica.of(JavaProcess.start(app, JVM_OPTIONS, variables, log), port);
    replicas.add(replica);
    return replica;
  }

  void remove(Replica replica) {
    replica.client().close();
    replicas.remove(replica);
  }

  List<Replica> replicas() {
    return List.copyOf(replicas);
  }

  void awaitReady() throws Exception {
    for (Replica replica : replicas) {
      await(
          "replica " + replica.pid(),
          () -> {
            if (!replica.process().isAlive()) {
              throw new IOException("A replica ended by itself:\n" + replica.process().endOfLog());
            }
            return replica.isReady();
          });
    }
  }

  void await(String what, Await.Condition condition) throws Exception {
    Await.until(what + "; logs are in " + state, PATIENCE, condition);
  }

  /** Asks the replica to end. Returns whether it did; otherwise it was killed. */
  boolean stop(Replica replica) throws InterruptedException {
    replica.process().terminate();
    remove(replica);
    return replica.process().awaitEnd(TIME_TO_END);
  }

  void kill(Replica replica) throws InterruptedException {
    replica.process().kill();
    remove(replica);
  }

  /** In good order, also those that are frozen. */
  synchronized void stopReplicas() {
    try {
      for (Replica replica : replicas) {
        replica.process().signal("CONT");
        replica.process().terminate();
      }
      for (Replica replica : replicas) {
        stop(replica);
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("A replica may be left running: " + e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    stopReplicas();
    database.close();
  }
}
