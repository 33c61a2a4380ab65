import java.util.List;
import java.util.Locale;

/** What a trial does to a stack in the middle of its runs. */
enum Fault {
  /** kill -9 of a replica that holds a step. */
  KILL("until another worker had the step"),
  /** SIGSTOP of a replica that holds a step, for longer than its lease, then SIGCONT. */
  FREEZE("until another worker had the step"),
  /** SIGTERM of a replica that holds a step: it gives the step back and ends. */
  STOP("until another worker had the step"),
  /** Postgres is stopped and started again: every connection is cut. */
  RESTART("from Postgres being down until the run went on");

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

  /** The kinds that a text names: one of them, or all. */
  static List<Fault> named(String text) {
    return text.equals("all") ? List.of(values()) : List.of(valueOf(text.toUpperCase(Locale.ROOT)));
  }
}
