package io.drivetrain.registry.client;

import io.drivetrain.embedded.LocalRedis;
import io.drivetrain.embedded.TestServers;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/** A real Redis that a test stops and starts again on the same port. */
final class RealRedis implements AutoCloseable {
  private final Path folder;
  private final int port;
  private LocalRedis server;

  /** Stands still until it is started. */
  RealRedis(Path folder) {
    this.folder = folder;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    server = LocalRedis.start(folder, TestServers.programs(), port);
  }

  void stop() {
    server.close();
  }

  URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Runs commands on a connection of its own, as another process would. */
  <T> T other(Function<RedisCommands<String, String>, T> commands) {
    try (RedisClient client = RedisClient.create(uri().toString())) {
      return commands.apply(client.connect().sync());
    }
  }

  /** What the registry server does after each change. */
  void pushChange(String model) {
    other(redis -> redis.del("drivetrain:model:" + model));
  }

  /** Cuts every other connection. */
  void killConnections() {
    other(redis -> redis.clientKill(KillArgs.Builder.typeNormal().skipme()));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
