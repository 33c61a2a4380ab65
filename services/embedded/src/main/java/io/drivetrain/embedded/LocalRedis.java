package io.drivetrain.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A Redis server as a child process, on 127.0.0.1 only: a cache of at most 256 MB that keeps
 * nothing on disk.
 *
 * <p>Its folder holds {@code redis.conf}, {@code redis.pid} and {@code redis.log}. A server that a
 * killed launcher left running on this folder is stopped first.
 */
public final class LocalRedis implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
  private static final int ANSWER_MILLIS = 1000;

  private final int port;
  private final ServerProcess process;

  private LocalRedis(int port, ServerProcess process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @param folder where it keeps its files
   * @param users who may do what
   * @throws EmbeddedServerException if the port is taken or the server does not come up
   */
  public static LocalRedis start(Path folder, ServerPrograms programs, int port, RedisUsers users) {
    Path home = folder.toAbsolutePath().normalize();
    stopLeftBehind(home);
    Ports.requireFree(port, "the embedded Redis", "REDIS_PORT");
    Path configuration = writeConfiguration(home, port, users);
    List<String> command = List.of(programs.redisServer().toString(), configuration.toString());
    LocalRedis redis =
        new LocalRedis(port, ServerProcess.start("Redis", home.resolve("redis.log"), command));
    redis.process.awaitAnswer(redis::answers);
    return redis;
  }

  /**
   * Stops the server that a launcher left running on this folder when it was killed; most often
   * there is none.
   */
  static void stopLeftBehind(Path folder) {
    LeftBehind.find(folder.resolve("redis.pid"), folder)
        .ifPresent(server -> {
          server.destroy();
          server.onExit().join();
        });
  }

  public long pid() {
    return process.pid();
  }

  public int port() {
    return port;
  }

  public String url() {
    return "redis://%s:%d".formatted(Ports.LOOPBACK, port);
  }

  /** Completes with the exit code when the server ends, whoever ended it. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit();
  }

  @Override
  public void close() {
    process.stop(STOP_PATIENCE);
  }

  private static Path writeConfiguration(Path folder, int port, RedisUsers users) {
    Path file = folder.resolve("redis.conf");
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, configuration(folder, port) + users.configuration());
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String configuration(Path folder, int port) {
    return """
    bind %s
    port %d
    dir "%s"
    pidfile "%s"
    save ""
    maxmemory 256mb
    maxmemory-policy allkeys-lru
    # The command line goes on naming this file: the next launcher knows the server by it.
    set-proc-title no
    """
        .formatted(Ports.LOOPBACK, port, folder, folder.resolve("redis.pid"));
  }

  /** Also when it asks for a password first: {@code -NOAUTH}. */
  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Ports.LOOPBACK, port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
      return answer.equals("+PONG") || answer.equals("-NOAU");
    } catch (IOException e) {
      return false;
    }
  }
}
