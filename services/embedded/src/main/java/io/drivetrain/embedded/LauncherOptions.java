package io.drivetrain.embedded;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What the launcher starts.
 *
 * @param state folder of both servers
 * @param postgresPort empty: no Postgres
 * @param redisPort empty: no Redis
 */
record LauncherOptions(Path state, OptionalInt postgresPort, OptionalInt redisPort) {
  static final String USAGE =
      "usage: Launcher --state FOLDER [--postgres-port PORT] [--redis-port PORT]";

  LauncherOptions {
    state = state.toAbsolutePath().normalize();
    if (postgresPort.isEmpty() && redisPort.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing to start: give --postgres-port, --redis-port or both");
    }
  }

  /**
   * @throws IllegalArgumentException naming the wrong option
   */
  static LauncherOptions parse(String... arguments) {
    Path state = null;
    OptionalInt postgresPort = OptionalInt.empty();
    OptionalInt redisPort = OptionalInt.empty();
    for (int i = 0; i < arguments.length; i += 2) {
      String option = arguments[i];
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      String value = arguments[i + 1];
      switch (option) {
        case "--state" -> state = Path.of(value);
        case "--postgres-port" -> postgresPort = port(option, value);
        case "--redis-port" -> redisPort = port(option, value);
        default -> throw new IllegalArgumentException("Unknown option " + option);
      }
    }
    if (state == null) {
      throw new IllegalArgumentException("--state is missing");
    }
    return new LauncherOptions(state, postgresPort, redisPort);
  }

  private static OptionalInt port(String option, String value) {
    if (!value.matches("\\d{1,5}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 65535) {
      throw new IllegalArgumentException(
          "%s must be a port from 1 to 65535, not '%s'".formatted(option, value));
    }
    return OptionalInt.of(Integer.parseInt(value));
  }
}
