import io.drivetrain.embedded.LocalPostgres;
import io.drivetrain.embedded.PostgresSettings;
import io.drivetrain.embedded.ServerPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A real Postgres with durable commits, and replicas of the packaged pipeline, on free ports of 127.0.0.1. */
final class PipelineStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Path app;
  private final Path state;
  private final Map<String, String> settings;
  private final PostgresSettings postgresSettings;
  private final List<Replica> replicas = new ArrayList<>();
  private LocalPostgres postgres;
  private int started;

  PipelineStack(Path app, Path state, Path definitions, Map<String, String> settings) throws IOException {
    this(app, state, ServerPrograms.unpackedIn(state.resolve("programs")), definitions, settings);
  }

  PipelineStack(Path app, Path state, ServerPrograms programs, Path definitions, Map<String, String> settings)
      throws IOException {
    this.app = app;
    this.state = state;
    Files.createDirectories(state.resolve("data"));
    postgresSettings = new PostgresSettings(state.resolve("postgres"), programs, freePort(), true);
    // Also when this program is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    startPostgres();
    this.settings = new HashMap<>(settings);
    this.settings.putAll(
        Map.of(
            "DATABASE_URL", postgres.jdbcUrl("drivetrain"),
            "DATABASE_USER", LocalPostgres.USER,
            "DATABASE_PASSWORD", postgres.password(),
            "DRIVETRAIN_HOST", "127.0.0.1",
            "DRIVETRAIN_DATA", state.resolve("data").toString(),
            "DRIVETRAIN_DEFINITIONS", definitions.toString()));
  }

  private void startPostgres() {
    postgres = LocalPostgres.start(postgresSettings);
    postgres.createDatabase("drivetrain");
  }

  /** All connections are cut; what is not committed is lost. Returns when it was down. */
  Instant restartPostgres() {
    postgres.close();
    Instant down = Instant.now();
    startPostgres();
    return down;
  }

  /** Does not wait until it is ready. */
  Replica addReplica() throws IOException {
    started++;
    Replica replica =
        Replica.start(app, freePort(), settings, state.resolve("replica-" + started + ".log"));
    synchronized (replicas) {
      replicas.add(replica);
    }
    return replica;
  }

  void remove(Replica replica) {
    synchronized (replicas) {
      replicas.remove(replica);
    }
  }

  List<Replica> replicas() {
    synchronized (replicas) {
      return List.copyOf(replicas);
    }
  }

  void awaitReady() throws IOException, InterruptedException {
    for (Replica replica : replicas()) {
      await("a replica", () -> {
        if (!replica.isAlive()) {
          throw new IOException("A replica ended by itself; its log is in " + state);
        }
        return replica.isReady();
      });
    }
  }

  interface Question {
    boolean isTrue() throws IOException;
  }

  void await(String what, Question question) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!question.isTrue()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(what + " is not there after " + PATIENCE.toSeconds() + " s; logs are in " + state);
      }
      Thread.sleep(20);
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("drivetrain") + "?currentSchema=pipeline", LocalPostgres.USER, postgres.password());
  }

  /** The first column of an answer. */
  List<Double> numbers(String sql, Object... arguments) throws SQLException {
    List<Double> numbers = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getDouble(1));
        }
      }
    }
    return numbers;
  }

  long count(String sql, Object... arguments) throws SQLException {
    return numbers(sql, arguments).getFirst().longValue();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** Below the ports that systems give to outgoing connections: one of those could take it before its server does. */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
  }

  /** In good order, also those that are frozen. */
  synchronized void stopReplicas() {
    try {
      for (Replica replica : replicas()) {
        replica.signal("CONT");
        replica.terminate();
      }
      for (Replica replica : replicas()) {
        replica.awaitEnd();
        remove(replica);
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("A replica may be left behind: " + e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    stopReplicas();
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }
}
