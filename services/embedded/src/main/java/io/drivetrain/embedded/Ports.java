package io.drivetrain.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
final class Ports {
  static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /**
   * @param variable the setting that moves this server to another port
   * @throws EmbeddedServerException if somebody listens there
   */
  static void requireFree(int port, String server, String variable) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port));
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Port %d is taken, %s cannot use it: set %s to a free port."
              .formatted(port, server, variable));
    }
  }

  /** A port that nobody listens on at this moment. */
  static int free() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedServerException("There is no free port: " + e.getMessage(), e);
    }
  }
}
