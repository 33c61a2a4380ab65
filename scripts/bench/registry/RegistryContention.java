import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 16 clients log 100,000 points each to one run, to the same 10 metrics in different orders. Half of the points are
 * common to all clients. Then every point is there once, and latest, first, lowest and highest are right.
 */
final class RegistryContention {
  private static final int CLIENTS = 16;
  private static final int BATCHES = 100;
  private static final int KEYS = 10;

  /** Of one key in one batch: half of them common. */
  private static final int POINTS = 100;

  private final BenchServers servers;
  private final String run;

  private RegistryContention(BenchServers servers) throws IOException {
    this.servers = servers;
    try (HttpConnection connection = servers.connect()) {
      this.run = Operations.newRun(connection);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (BenchServers servers = BenchServers.start(BenchOptions.parse(arguments))) {
      RegistryContention contention = new RegistryContention(servers);
      contention.write();
      contention.check();
    } catch (IOException | SQLException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void write() throws IOException, InterruptedException {
    long began = System.nanoTime();
    List<Callable<Void>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      clients.add(() -> write(number));
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

  private Void write(int client) throws IOException {
    try (HttpConnection connection = servers.connect()) {
      for (int batch = 0; batch < BATCHES; batch++) {
        HttpConnection.Answer answer = connection.send(batch(client, batch));
        if (answer.status() != 200) {
          throw new IOException("log-batch answered %d: %s".formatted(answer.status(), answer.body()));
        }
      }
    }
    return null;
  }

  /** Value and step of a point are its number; common ones have negative numbers and the timestamp 0. */
  private byte[] batch(int client, int batch) {
    String metrics =
        IntStream.range(0, KEYS * POINTS)
            .mapToObj(i -> point((i + client) % KEYS, client, batch * POINTS + i / KEYS))
            .collect(Collectors.joining(","));
    return HttpConnection.post(
        "/api/2.0/mlflow/runs/log-batch", "{\"run_id\":\"%s\",\"metrics\":[%s]}".formatted(run, metrics));
  }

  private static String point(int key, int client, int n) {
    int number = n % 2 == 0 ? -1 - n : client * BATCHES * POINTS + n;
    return "{\"key\":\"key%d\",\"value\":%d,\"timestamp\":%d,\"step\":%2$d}".formatted(key, number, Math.max(0, number));
  }

  private void check() throws IOException, SQLException {
    int each = BATCHES * POINTS;
    int points = CLIENTS * each / 2 + each / 2;
    int highest = CLIENTS * each - 1;
    int lowest = 1 - each;
    String expected = "%d points, latest %d, first %d, from %d to %d".formatted(points, highest, lowest, lowest, highest);
    try (Connection connection = servers.database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select s.key, format('%%s points, latest %%s, first %%s, from %%s to %%s',
                  (select count(*) from metric_point p where p.series = s.id),
                  s.latest_value, s.first_value, s.min_value, s.max_value)
                from metric_series s join run r on r.id = s.run where r.run_id = '%s' order by s.key
                """
                    .formatted(run))) {
      int keys = 0;
      for (; rows.next(); keys++) {
        if (!rows.getString(2).equals(expected)) {
          throw new IOException("%s has %s instead of %s".formatted(rows.getString(1), rows.getString(2), expected));
        }
      }
      if (keys != KEYS) {
        throw new IOException("There are " + keys + " metrics instead of " + KEYS);
      }
    }
    System.out.println("each of the " + KEYS + " metrics has " + expected);
  }
}
