import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured.
 *
 * @param app the packaged registry server: a folder with quarkus-run.jar
 * @param state where Postgres, Redis and the server keep everything; filled once, then used again
 * @param runs how many runs the experiment gets
 * @param longSteps steps of each of the 20 runs that are read by interval
 * @param time for each figure
 * @param clients how many clients at once, one table each
 * @param heap of the server, as -Xmx wants it
 * @param only parts of the names of the operations to measure; none: all
 * @param jvmOptions more options for the server's JVM
 */
record BenchOptions(
    Path app,
    Path state,
    int runs,
    int longSteps,
    Duration time,
    List<Integer> clients,
    String heap,
    List<String> only,
    List<String> jvmOptions) {

  static BenchOptions parse(String... arguments) {
    Path app = null;
    Path state = null;
    int runs = 100_000;
    int longSteps = 50_000;
    Duration time = Duration.ofSeconds(5);
    List<Integer> clients = List.of(1, 8);
    String heap = "512m";
    List<String> only = new ArrayList<>();
    List<String> jvmOptions = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--app" -> app = Path.of(value).toAbsolutePath();
        case "--state" -> state = Path.of(value).toAbsolutePath();
        case "--runs" -> runs = number(value, 100, 1_000_000);
        case "--long-steps" -> longSteps = number(value, 1000, 1_000_000);
        case "--seconds" -> time = Duration.ofSeconds(number(value, 1, 60));
        case "--clients" -> clients = List.of(value.split(",")).stream().map(n -> number(n, 1, 64)).toList();
        case "--heap" -> heap = value;
        case "--only" -> only.add(value);
        case "--jvm" -> jvmOptions.add(value);
        default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
      }
    }
    if (app == null || state == null) {
      throw new IllegalArgumentException("--app and --state are missing");
    }
    return new BenchOptions(app, state, runs, longSteps, time, clients, heap, only, jvmOptions);
  }

  private static int number(String text, int least, int most) {
    if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException("'%s' is not a number from %d to %d".formatted(text, least, most));
    }
    return Integer.parseInt(text);
  }

  boolean wants(Operation operation) {
    return only.isEmpty() || only.stream().anyMatch(operation.name()::contains);
  }
}
