package io.drivetrain.bench.registry;

import io.drivetrain.bench.Await;
import io.drivetrain.bench.BenchDatabase;
import io.drivetrain.bench.FreePorts;
import io.drivetrain.bench.JavaProcess;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import io.drivetrain.embedded.LocalRedis;
import io.drivetrain.embedded.RedisUsers;
import io.drivetrain.embedded.ServerPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Postgres and a Redis of its own, and the packaged registry server, on free ports of 127.0.0.1.
 */
final class RegistryStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration TIME_TO_END = Duration.ofSeconds(60);

  /** The longest answers take tens of seconds. */
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private final RegistryOptions options;
  private final Path state;
  private final int port = FreePorts.next();
  private final BenchDatabase database;
  private final LocalRedis redis;
  private JavaProcess registry;

  private RegistryStack(RegistryOptions options) throws IOException {
    this.options = options;
    this.state = options.folders().state();
    Path servers = state.resolve("servers");
    Files.createDirectories(servers);
    ServerPrograms programs = ServerPrograms.unpackedIn(servers.resolve("programs"));
    database = new BenchDatabase(servers.resolve("postgres"), programs, "registry");
    redis =
        LocalRedis.start(
            servers.resolve("redis"), programs, FreePorts.next(), RedisUsers.everybody());
  }

  static RegistryStack start(RegistryOptions options) throws Exception {
    RegistryStack stack = new RegistryStack(options);
    // Also when this program is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    stack.startRegistry();
    return stack;
  }

  /** Returns when the server is ready. */
  void startRegistry() throws Exception {
    List<String> jvm = new ArrayList<>();
    jvm.addAll(List.of("-Xmx" + options.heap(), "-XX:+ExitOnOutOfMemoryError"));
    jvm.addAll(options.jvmOptions());
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("DRIVETRAIN_HOST", "127.0.0.1");
    environment.put("REGISTRY_PORT", Integer.toString(port));
    environment.put("REDIS_URL", redis.url());
    environment.put("DRIVETRAIN_MODELS", artifacts().toString());
    registry =
        JavaProcess.start(options.folders().app(), jvm, environment, state.resolve("registry.log"));
    Await.until("the registry; its log is in " + state, PATIENCE, this::isReady);
  }

  private boolean isReady() throws IOException {
    if (!registry.isAlive()) {
      throw new IOException("The registry did not start:\n" + registry.endOfLog());
    }
    try (ServerClient client = connect()) {
      return client.send(Request.get("/health/ready")).status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /** Starts the server again if it has ended, which a measurement may have caused. */
  boolean revive() throws Exception {
    if (registry.isAlive()) {
      return false;
    }
    startRegistry();
    return true;
  }

  /** SIGKILL: the end that nobody can prepare for. */
  void killRegistry() throws InterruptedException {
    registry.kill();
  }

  /** One connection, opened with the first request. */
  ServerClient connect() {
    return new ServerClient(port, 1, TIMEOUT);
  }

  BenchDatabase database() {
    return database;
  }

  Path artifacts() {
    return state.resolve("artifacts");
  }

  long registryMegabytes() throws IOException {
    return registry.residentMegabytes();
  }

  @Override
  public synchronized void close() {
    try {
      if (registry != null) {
        registry.terminate();
        registry.awaitEnd(TIME_TO_END);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    redis.close();
    database.close();
  }
}
