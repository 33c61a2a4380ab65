package io.drivetrain.registry.client.source;

import io.drivetrain.embedded.LocalRedis;
import io.drivetrain.embedded.RedisUsers;
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

/** A real Redis that a test stops and starts again on the same port. */
final class RealRedis implements AutoCloseable {
  private final Path folder;
  private final int port;
  private LocalRedis server;
  private RedisClient other;
  private RedisCommands<String, String> commands;

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
    server = LocalRedis.start(folder, TestServers.programs(), port, RedisUsers.everybody());
    other = RedisClient.create(uri().toString());
    commands = other.connect().sync();
  }

  void stop() {
    other.close();
    server.close();
  }

  URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** A connection of its own, as another process has it. */
  RedisCommands<String, String> other() {
    return commands;
  }

  /** What the registry server does after each change. */
  void pushChange(String model) {
    commands.del("drivetrain:model:" + model);
  }

  /** Cuts every other connection. */
  void killConnections() {
    commands.clientKill(KillArgs.Builder.typeNormal().skipme());
  }

  @Override
  public void close() {
    if (server != null) {
      stop();
    }
  }
}
