package io.drivetrain.bench.registry;

import io.drivetrain.bench.Answer;
import io.drivetrain.bench.ServerClient;
import io.drivetrain.bench.registry.RegistryRequests.Point;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * 16 clients log 100,000 points each to one run, to the same 10 metrics in different orders. Half
 * of the points are common to all clients. Then every point is there once, and latest, first,
 * lowest and highest are right.
 */
@Command(name = "bench-registry --contention", sortOptions = false)
final class RegistryContention implements Callable<Integer> {
  private static final int CLIENTS = 16;
  private static final int BATCHES = 100;
  private static final int KEYS = 10;

  /** Of one key in one batch: half of them common. */
  private static final int POINTS = 100;

  @Mixin private RegistryOptions options;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RegistryContention()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (RegistryStack stack = RegistryStack.start(options)) {
      String run = newRun(stack);
      write(stack, run);
      check(stack, run);
    }
    return 0;
  }

  private static String newRun(RegistryStack stack) throws IOException {
    try (ServerClient client = stack.connect()) {
      return RegistryRequests.newRun(client);
    }
  }

  private static void write(RegistryStack stack, String run)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    List<Callable<Void>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      clients.add(() -> write(number, stack, run));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Void> client : threads.invokeAll(clients)) {
        client.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
    System.out.printf(
        Locale.ROOT,
        "%d clients logged %,d points to one run in %.1f s%n",
        CLIENTS,
        CLIENTS * BATCHES * KEYS * POINTS,
        (System.nanoTime() - began) / 1e9);
  }

  private static Void write(int client, RegistryStack stack, String run) throws IOException {
    try (ServerClient connection = stack.connect()) {
      for (int batch = 0; batch < BATCHES; batch++) {
        Answer answer = connection.send(RegistryRequests.logBatch(run, batch(client, batch)));
        if (!answer.isSuccess()) {
          throw new IOException(
              "log-batch was answered with %d: %s".formatted(answer.status(), answer.body()));
        }
      }
    }
    return null;
  }

  private static List<Point> batch(int client, int batch) {
    return IntStream.range(0, KEYS * POINTS)
        .mapToObj(i -> point((i + client) % KEYS, client, batch * POINTS + i / KEYS))
        .toList();
  }

  /** Value and step are the number of the point; common points are negative, with timestamp 0. */
  private static Point point(int key, int client, int n) {
    int number = n % 2 == 0 ? -1 - n : client * BATCHES * POINTS + n;
    return new Point("key" + key, number, Math.max(0, number), number);
  }

  private static void check(RegistryStack stack, String run) throws IOException, SQLException {
    int each = BATCHES * POINTS;
    int points = CLIENTS * each / 2 + each / 2;
    int highest = CLIENTS * each - 1;
    int lowest = 1 - each;
    String expected =
        "%d points, latest %d, first %d, from %d to %d"
            .formatted(points, highest, lowest, lowest, highest);
    List<String> metrics =
        stack
            .database()
            .texts(
                """
                select format('%s points, latest %s, first %s, from %s to %s',
                  (select count(*) from metric_point p where p.series = s.id),
                  s.latest_value, s.first_value, s.min_value, s.max_value)
                from metric_series s join run r on r.id = s.run where r.run_id = ? order by s.key
                """,
                run);
    if (!metrics.equals(Collections.nCopies(KEYS, expected))) {
      throw new IOException(
          "Each of %d metrics should have %s, but they have %s".formatted(KEYS, expected, metrics));
    }
    System.out.println("each of the " + KEYS + " metrics has " + expected);
  }
}
