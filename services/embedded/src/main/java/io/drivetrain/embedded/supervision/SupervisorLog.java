package io.drivetrain.embedded.supervision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The supervisor's log is its standard output. */
final class SupervisorLog {
  private SupervisorLog() {}

  static void say(String line) {
    System.out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
  }
}
