import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Fills a registry and measures it; {@code scripts/bench-registry.sh} runs this. */
final class RegistryBench {
  private static final String LINE = "%-30s %7s %11s %10s %10s %10s %8s  %-12s %s%n";

  private final BenchOptions options;
  private final BenchServers servers;

  private RegistryBench(BenchOptions options, BenchServers servers) {
    this.options = options;
    this.servers = servers;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      BenchOptions options = BenchOptions.parse(arguments);
      try (BenchServers servers = BenchServers.start(options)) {
        new RegistryBench(options, servers).run();
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IOException | SQLException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    long began = System.nanoTime();
    List<Operation> operations = new Operations(filled(), servers).all();
    System.out.printf(
        Locale.ROOT,
        "%,d runs, filled and vacuumed in %.1f s. %d cores for Postgres, server (-Xmx%s) and load; durable commits.%n%n",
        options.runs(),
        (System.nanoTime() - began) / 1e9,
        Runtime.getRuntime().availableProcessors(),
        options.heap());
    System.out.printf(LINE, "operation", "clients", "per second", "p50 ms", "p99 ms", "KB each", "RSS MB", "aim", "");
    for (Operation operation : operations) {
      if (options.wants(operation)) {
        measure(operation);
      }
    }
  }

  private Filling.Filled filled() throws SQLException {
    try (Connection connection = servers.database()) {
      return new Filling(connection, options).fill();
    }
  }

  private void measure(Operation operation) throws IOException, InterruptedException {
    for (int clients : options.clients()) {
      try {
        print(operation, clients, new Load(servers).measure(operation, clients, options.time()));
      } catch (IOException e) {
        System.out.printf("%-30s %7d  failed: %s%n", operation.name(), clients, e.getMessage());
        if (servers.revive()) {
          System.out.println("    The server had ended, and was started again.");
        }
      }
    }
  }

  private static void print(Operation operation, int clients, Figure figure) {
    boolean hasAim = operation.hasAimFor(clients);
    System.out.printf(
        Locale.ROOT,
        LINE,
        operation.name(),
        clients,
        "%,.1f".formatted(figure.perSecond()),
        "%.2f".formatted(figure.medianMillis()),
        "%.2f".formatted(figure.p99Millis()),
        "%.1f".formatted(figure.kilobytesEach()),
        figure.registryMegabytes(),
        hasAim ? operation.aim() : "",
        hasAim ? verdict(operation, figure) : "");
  }

  private static String verdict(Operation operation, Figure figure) {
    return operation.aim().isMetBy(figure) ? "met" : "missed";
  }
}
