package io.drivetrain.bench.registry;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command of {@code scripts/bench-registry.sh}: fills a registry and measures it. */
@Command(name = "bench-registry", sortOptions = false)
final class RegistryBench implements Callable<Integer> {
  private static final String LINE = "%-30s %7s %11s %10s %10s %10s %8s  %-12s %s%n";

  @Mixin private RegistryOptions options;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RegistryBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (RegistryStack stack = RegistryStack.start(options)) {
      measure(stack);
    }
    return 0;
  }

  private void measure(RegistryStack stack) throws Exception {
    long began = System.nanoTime();
    List<Operation> operations = new Operations(filled(stack), stack).all();
    System.out.printf(
        Locale.ROOT,
        "%,d runs, filled and vacuumed in %.1f s. %d cores for Postgres, server (-Xmx%s) and load; durable commits.%n%n",
        options.runs(),
        (System.nanoTime() - began) / 1e9,
        Runtime.getRuntime().availableProcessors(),
        options.heap());
    System.out.printf(
        LINE,
        "operation",
        "clients",
        "per second",
        "p50 ms",
        "p99 ms",
        "KB each",
        "RSS MB",
        "aim",
        "");
    for (Operation operation : operations) {
      if (options.wants(operation)) {
        measure(operation, stack);
      }
    }
  }

  private Filling.Filled filled(RegistryStack stack) throws SQLException {
    try (Connection connection = stack.database().connect()) {
      return new Filling(connection, options.runs(), options.longSteps()).fill();
    }
  }

  private void measure(Operation operation, RegistryStack stack) throws Exception {
    for (int clients : options.clients()) {
      try {
        print(operation, clients, new Load(stack).measure(operation, clients, options.time()));
      } catch (IOException e) {
        System.out.printf("%-30s %7d  failed: %s%n", operation.name(), clients, e.getMessage());
        if (stack.revive()) {
          System.out.println("    The server had ended and was started again.");
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
        String.format(Locale.ROOT, "%,.1f", figure.perSecond()),
        String.format(Locale.ROOT, "%.2f", figure.latencies().p50()),
        String.format(Locale.ROOT, "%.2f", figure.latencies().p99()),
        String.format(Locale.ROOT, "%.1f", figure.kilobytesEach()),
        figure.registryMegabytes(),
        hasAim ? operation.aim() : "",
        hasAim ? verdict(operation, figure) : "");
  }

  private static String verdict(Operation operation, Figure figure) {
    return operation.aim().isMetBy(figure) ? "met" : "missed";
  }
}
