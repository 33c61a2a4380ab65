package io.drivetrain.bench.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a trial does to a stack in the middle of its runs. */
enum Fault {
  /** kill -9 of a replica that holds a step. */
  KILL("until another worker had the step"),
  /** SIGSTOP of a replica that holds a step, for longer than its lease, then SIGCONT. */
  FREEZE("until another worker had the step"),
  /** SIGTERM of a replica that holds a step: it gives the step back and ends. */
  STOP("until another worker had the step"),
  /** Postgres is stopped and started again: every connection is cut. */
  RESTART("from Postgres being down until the run continued");

  private final String measured;

  Fault(String measured) {
    this.measured = measured;
  }

  /** As it is written on the command line and in the results. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the time of a recovery is. */
  String measured() {
    return measured;
  }

  /**
   * The kinds that a text names: one of them, or all.
   *
   * @throws IllegalArgumentException if it names none
   */
  static List<Fault> named(String text) {
    List<Fault> named =
        Stream.of(values())
            .filter(fault -> text.equals("all") || text.equals(fault.toString()))
            .toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "must be kill, freeze, stop, restart or all, not '%s'".formatted(text));
    }
    return named;
  }
}
