import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Kills the registry server with -9 in the middle of batches and uploads, starts it again and looks: what was answered
 * is there, what was not is there whole or not at all, and what is left of uploads goes when it is old.
 */
final class RegistryCrash {
  private static final int ROUNDS = 3;
  private static final int WRITERS = 4;
  private static final int UPLOADERS = 2;
  private static final int POINTS = 100;
  private static final int FILE_BYTES = 8_000_000;
  private static final Duration BEFORE_THE_KILL = Duration.ofMillis(1500);
  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";

  private final BenchServers servers;

  private RegistryCrash(BenchServers servers) {
    this.servers = servers;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (BenchServers servers = BenchServers.start(BenchOptions.parse(arguments))) {
      new RegistryCrash(servers).run();
    } catch (IOException | SQLException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      List<Writer> clients = clients(round);
      clients.forEach(Thread::start);
      Thread.sleep(BEFORE_THE_KILL);
      servers.killRegistry();
      for (Writer client : clients) {
        client.join();
      }
      servers.startRegistry();
      for (Writer client : clients) {
        client.check();
      }
      System.out.printf(
          "round %d: %d batches and %d uploads were answered before the kill, all whole%n",
          round, answered(clients, Batches.class), answered(clients, Uploads.class));
    }
    checkSweep();
  }

  private List<Writer> clients(int round) throws IOException {
    List<Writer> clients = new ArrayList<>();
    try (HttpConnection connection = servers.connect()) {
      for (int i = 0; i < WRITERS; i++) {
        clients.add(new Batches(Operations.newRun(connection)));
      }
    }
    for (int i = 0; i < UPLOADERS; i++) {
      clients.add(new Uploads("crash/" + round + "-" + i));
    }
    return clients;
  }

  private static long answered(List<Writer> clients, Class<? extends Writer> kind) {
    return clients.stream().filter(kind::isInstance).mapToLong(client -> client.answered).sum();
  }

  /** Asks until the server is gone. */
  private abstract class Writer extends Thread {
    /** Requests that got their answer: numbers 0 to this, without this. */
    int answered;

    @Override
    public void run() {
      try (HttpConnection connection = servers.connect()) {
        while (connection.send(request(answered)).status() == 200) {
          answered++;
        }
      } catch (IOException killed) {
        // As intended.
      }
    }

    abstract byte[] request(int n);

    abstract void check() throws IOException, SQLException;
  }

  private final class Batches extends Writer {
    private final String run;

    Batches(String run) {
      this.run = run;
    }

    /** All points of batch n have the timestamp n. */
    @Override
    byte[] request(int n) {
      String metrics =
          IntStream.range(0, POINTS)
              .mapToObj(
                  i ->
                      "{\"key\":\"m%d\",\"value\":%d,\"timestamp\":%d,\"step\":%d}"
                          .formatted(i % 10, i, n, n * 10 + i / 10))
              .collect(Collectors.joining(","));
      return HttpConnection.post(
          "/api/2.0/mlflow/runs/log-batch", "{\"run_id\":\"%s\",\"metrics\":[%s]}".formatted(run, metrics));
    }

    @Override
    void check() throws IOException, SQLException {
      List<Integer> points = new ArrayList<>();
      try (Connection connection = servers.database();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  select count(*) from metric_point p join metric_series s on s.id = p.series join run r on r.id = s.run
                  where r.run_id = '%s' group by p.logged_at order by p.logged_at
                  """
                      .formatted(run))) {
        while (rows.next()) {
          points.add(rows.getInt(1));
        }
      }
      // The last one may be stored although its answer was lost.
      if (points.size() < answered || points.size() > answered + 1 || points.stream().anyMatch(n -> n != POINTS)) {
        throw new IOException(
            "Run %s: %d batches were answered, but their points are %s".formatted(run, answered, points));
      }
    }
  }

  private final class Uploads extends Writer {
    private final String folder;

    Uploads(String folder) {
      this.folder = folder;
    }

    private static String content(int n) {
      return Integer.toString(n % 10).repeat(FILE_BYTES);
    }

    @Override
    byte[] request(int n) {
      return HttpConnection.put(FILES + folder + "/" + n, content(n));
    }

    @Override
    void check() throws IOException {
      try (HttpConnection connection = servers.connect()) {
        for (int n = 0; n <= answered; n++) {
          HttpConnection.Answer file = connection.sendAndKeep(HttpConnection.get(FILES + folder + "/" + n));
          boolean isWhole = file.status() == 200 && file.body().equals(content(n));
          boolean isAbsent = file.status() == 404;
          if (!isWhole && !(isAbsent && n == answered)) {
            throw new IOException("%s/%d: %d uploads were answered, but this one is not whole".formatted(folder, n, answered));
          }
        }
      }
    }
  }

  private void checkSweep() throws IOException, InterruptedException {
    Path incoming = servers.artifacts().resolve(".incoming");
    List<Path> left = list(incoming);
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    for (Path upload : left) {
      Files.setLastModifiedTime(upload, longAgo);
    }
    servers.killRegistry();
    servers.startRegistry();
    if (!list(incoming).isEmpty()) {
      throw new IOException("Abandoned uploads were not removed: " + list(incoming));
    }
    System.out.printf("%d unfinished uploads, invisible and removed when they were old%n", left.size());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
