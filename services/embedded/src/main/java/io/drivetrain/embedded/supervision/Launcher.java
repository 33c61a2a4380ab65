package io.drivetrain.embedded.supervision;

import io.drivetrain.embedded.EmbeddedServerException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The process that supervises a stack on one machine, until it gets SIGTERM: then it ends all
 * services in order.
 *
 * <p>A reason not to start is printed on standard error, with exit code 1; wrong arguments have
 * exit code 2.
 */
public final class Launcher {
  private static final String USAGE = "usage: Launcher DRIVETRAIN_HOME";

  private Launcher() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 1) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Path home = Path.of(arguments[0]).toAbsolutePath().normalize();
    try {
      supervise(home);
    } catch (EmbeddedServerException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void supervise(Path home) throws InterruptedException {
    StateLock lock = StateLock.take(home.resolve("servers"));
    Supervisor supervisor = new Supervisor(home);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor, lock), "stop"));
    supervisor.run();
    System.exit(0); // ends the services
  }

  private static void end(Supervisor supervisor, StateLock lock) {
    supervisor.close();
    try {
      lock.close();
    } catch (IOException _) {
      // the system frees it
    }
  }
}
