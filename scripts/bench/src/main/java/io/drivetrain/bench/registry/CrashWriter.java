package io.drivetrain.bench.registry;

import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.sql.SQLException;

/** Sends requests with rising numbers until the server is gone. */
abstract class CrashWriter implements Runnable {
  final RegistryStack stack;
  private volatile int answered;

  CrashWriter(RegistryStack stack) {
    this.stack = stack;
  }

  @Override
  public final void run() {
    int n = 0;
    try (ServerClient client = stack.connect()) {
      while (client.send(request(n)).isSuccess()) {
        n++;
        answered = n;
      }
    } catch (IOException _) {
      // The server was killed, as intended.
    }
  }

  /** The requests from number 0 to this, exclusive, were answered. */
  final int answered() {
    return answered;
  }

  abstract Request request(int n);

  /** Throws an exception if something that was answered is missing, or anything is half stored. */
  abstract void check() throws IOException, SQLException;
}
