package io.drivetrain.embedded.supervision;

/** How a process ended, in words. */
final class EndOfProcess {
  /** What a shell, and Java, add to the number of the signal. */
  private static final int SIGNALS = 128;

  private EndOfProcess() {}

  static String describe(int exitCode) {
    return exitCode > SIGNALS
        ? "ended by signal " + (exitCode - SIGNALS)
        : "ended by itself with exit code " + exitCode;
  }
}
