package io.drivetrain.embedded.supervision;

import io.drivetrain.embedded.ServerPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The state folder of a stack, DRIVETRAIN_HOME.
 *
 * @param path absolute
 */
record StackFolder(Path path) {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

  StackFolder {
    path = path.toAbsolutePath().normalize();
  }

  Path run() {
    return path.resolve("run");
  }

  Path servers() {
    return path.resolve("servers");
  }

  Path log(String service) {
    return path.resolve("logs").resolve(service + ".log");
  }

  /** Unpacks the programs the first time. */
  ServerPrograms programs() {
    return ServerPrograms.unpackedIn(servers().resolve("programs"));
  }

  /** STOP_SECONDS of the last script, which may change while a stack runs. */
  Duration stopPatience() {
    try {
      String seconds = Files.readString(run().resolve("stop-seconds")).strip();
      return Duration.ofSeconds(Long.parseLong(seconds));
    } catch (IOException | NumberFormatException _) {
      return STOP_PATIENCE;
    }
  }
}
