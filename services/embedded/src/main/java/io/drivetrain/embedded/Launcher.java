package io.drivetrain.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Runs Postgres and Redis for a stack on one machine, until it gets SIGTERM or one of them ends.
 *
 * <p>Prints {@code READY} on standard output when both answer. A reason not to start is printed on
 * standard error, with exit code 1; wrong options have exit code 2.
 */
public final class Launcher {
  /** The database of the registry and the pipeline, each with a schema of its own. */
  static final String DATABASE = "drivetrain";

  private final Deque<AutoCloseable> lastFirst = new ArrayDeque<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();

  private Launcher() {}

  public static void main(String[] arguments) {
    try {
      Launcher launcher = new Launcher();
      launcher.start(LauncherOptions.parse(arguments));
      System.out.println("READY");
      System.err.println(launcher.ended.join());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + LauncherOptions.USAGE);
      System.exit(2);
    } catch (EmbeddedServerException e) {
      System.err.println(e.getMessage());
    }
    System.exit(1);
  }

  private void start(LauncherOptions options) {
    lastFirst.push(StateLock.take(options.state()));
    // From here on an interrupted or failed start stops what it has started.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    ServerPrograms programs = ServerPrograms.unpackedIn(options.state().resolve("programs"));
    options.postgresPort().ifPresent(port -> startPostgres(options.state(), programs, port));
    options.redisPort().ifPresent(port -> startRedis(options.state(), programs, port));
  }

  private void startPostgres(Path state, ServerPrograms programs, int port) {
    LocalPostgres postgres =
        LocalPostgres.start(new PostgresSettings(state.resolve("postgres"), programs, port, true));
    lastFirst.push(postgres);
    postgres
        .onExit()
        .thenAccept(code -> ended.complete("Postgres ended by itself with exit code " + code));
    postgres.createDatabase(DATABASE);
    System.out.println("Postgres listens on port " + port);
  }

  private void startRedis(Path state, ServerPrograms programs, int port) {
    LocalRedis redis = LocalRedis.start(state.resolve("redis"), programs, port);
    lastFirst.push(redis);
    redis
        .onExit()
        .thenAccept(code -> ended.complete("Redis ended by itself with exit code " + code));
    System.out.println("Redis listens on port " + port);
  }

  private void stop() {
    for (AutoCloseable server : lastFirst) {
      try {
        server.close();
      } catch (Exception e) {
        System.err.println(e.getMessage());
      }
    }
  }
}
