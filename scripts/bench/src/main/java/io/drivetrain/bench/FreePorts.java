package io.drivetrain.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 on which nothing listens. */
public final class FreePorts {
  /** Systems give higher ports to outgoing connections, which could take one before its server. */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;

  private FreePorts() {}

  public static int next() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException _) {
        // Taken: the next one.
      }
    }
  }
}
