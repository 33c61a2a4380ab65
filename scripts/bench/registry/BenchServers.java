import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real Postgres (durable commits, as it ships), the real Redis and the packaged registry server, on free ports. */
final class BenchServers implements AutoCloseable {
  private static final String REGISTRY = "The registry";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final BenchOptions options;
  private final int postgresPort = freePort();
  private final int redisPort = freePort();
  private final int registryPort = freePort();
  private final Process launcher;
  private Process registry;

  private BenchServers(BenchOptions options) throws IOException, InterruptedException {
    this.options = options;
    Files.createDirectories(options.state());
    launcher = start("servers", launcherCommand(), Map.of());
    // Also when this program is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    await("Postgres and Redis", launcher, () -> Files.readString(log("servers")).contains("READY"));
    startRegistry();
  }

  static BenchServers start(BenchOptions options) throws IOException, InterruptedException {
    return new BenchServers(options);
  }

  private List<String> launcherCommand() {
    return List.of(
        java(),
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        "io.drivetrain.embedded.Launcher",
        "--state",
        options.state().resolve("servers").toString(),
        "--postgres-port",
        Integer.toString(postgresPort),
        "--redis-port",
        Integer.toString(redisPort));
  }

  void startRegistry() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-Xmx" + options.heap(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options.jvmOptions());
    command.addAll(List.of("-jar", options.app().resolve("quarkus-run.jar").toString()));
    registry =
        start(
            "registry",
            command,
            Map.of(
                "DRIVETRAIN_HOST", "127.0.0.1",
                "REGISTRY_PORT", Integer.toString(registryPort),
                "DATABASE_URL", jdbcUrl(),
                "DATABASE_USER", "postgres",
                "DATABASE_PASSWORD", password(),
                "REDIS_URL", "redis://127.0.0.1:" + redisPort,
                "DRIVETRAIN_MODELS", artifacts().toString()));
    await(REGISTRY, registry, this::isReady);
  }

  private boolean isReady() throws IOException {
    try (HttpConnection connection = connect()) {
      return connection.send(HttpConnection.get("/health/ready")).status() == 200;
    }
  }

  /** Starts the server again if it is gone, which a measurement may have done to it. */
  boolean revive() throws IOException, InterruptedException {
    if (registry.isAlive()) {
      return false;
    }
    startRegistry();
    return true;
  }

  /** The end that nobody can prepare for. */
  void killRegistry() throws InterruptedException {
    registry.destroyForcibly().waitFor();
  }

  HttpConnection connect() throws IOException {
    return new HttpConnection(registryPort);
  }

  Connection database() throws SQLException {
    return DriverManager.getConnection(jdbcUrl() + "?currentSchema=registry", "postgres", password());
  }

  Path artifacts() {
    return options.state().resolve("artifacts");
  }

  /** Resident memory of the registry server in MB. */
  long registryMegabytes() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(registry.pid())).start();
    String kilobytes = new String(ps.getInputStream().readAllBytes()).strip();
    return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) / 1024;
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/drivetrain".formatted(postgresPort);
  }

  private String password() {
    try {
      return Files.readString(options.state().resolve("servers/postgres/password")).strip();
    } catch (IOException e) {
      throw new IllegalStateException("Postgres left no password file", e);
    }
  }

  private Process start(String name, List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(options.state().toFile());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log(name).toFile()).start();
  }

  private Path log(String name) {
    return options.state().resolve(name + ".log");
  }

  private String endOf(String name) throws IOException {
    List<String> lines = Files.readAllLines(log(name));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private interface Question {
    boolean isTrue() throws IOException;
  }

  private void await(String what, Process process, Question ready) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!holds(ready)) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new IOException(what + " did not start:\n" + endOf(what.equals(REGISTRY) ? "registry" : "servers"));
      }
      Thread.sleep(100);
    }
  }

  private static boolean holds(Question ready) {
    try {
      return ready.isTrue();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      for (Process process : registry == null ? List.of(launcher) : List.of(registry, launcher)) {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
