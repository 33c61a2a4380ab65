import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures the packaged pipeline against its aims; {@code scripts/bench-pipeline.sh} runs this. */
final class PipelineBench {
  private static final String LINE = "%-57s %8s %8s  %-18s %s%n";

  private final PipelineStack stack;
  private final Replica replica;
  private final int runs;
  private final int history;

  private PipelineBench(PipelineStack stack, Replica replica, int runs, int history) {
    this.stack = stack;
    this.replica = replica;
    this.runs = runs;
    this.history = history;
  }

  /** Arguments: runs for each figure, runs of the filled history, packaged pipeline, state folder, definitions. */
  public static void main(String[] arguments) throws Exception {
    try (PipelineStack stack =
        new PipelineStack(Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]), Map.of())) {
      Replica replica = stack.addReplica();
      stack.awaitReady();
      new PipelineBench(stack, replica, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run();
    }
  }

  private void run() throws Exception {
    System.out.printf(LINE, "", "p50 ms", "p95 ms", "aim", "");
    for (int i = 0; i < runs / 4; i++) {
      finished("noop"); // until the JIT has seen it
    }
    measureTriggers("idle");
    measureCancels();
    measureSchedule();
    countDuplicates();
    fillHistory();
    measureTriggers("%,d runs in the tables".formatted(history));
    measureLists();
    shareSteps();
  }

  private void measureTriggers(String what) throws Exception {
    List<Double> firstSteps = new ArrayList<>();
    List<Double> perStep = new ArrayList<>();
    ClaimTimes claimsBefore = ClaimTimes.of(replica);
    for (int i = 0; i < runs; i++) {
      Instant before = Instant.now();
      UUID run = finished("noop");
      firstSteps.add(
          stack
              .numbers(
                  """
                  select 1000 * extract(epoch from min(started_at) - ?) from step_attempt where run_id = ?
                  """,
                  Timestamp.from(before),
                  run)
              .getFirst());
      perStep.add(
          stack
              .numbers("select 1000 * extract(epoch from ended_at - started_at) / 7 from pipeline_run where id = ?", run)
              .getFirst());
    }
    print("trigger to first step, " + what, Millis.of(firstSteps), "p50 20, p95 60 ms", 20, 60);
    print("each of 7 no-op steps, " + what, Millis.of(perStep), "p50 15 ms", 15, Double.MAX_VALUE);
    ClaimTimes claims = ClaimTimes.of(replica).since(claimsBefore);
    print(
        "claim of a step (%,d), %s".formatted(claims.count(), what),
        claims.millis(0.5),
        claims.millis(0.95),
        "p95 10 ms",
        Double.MAX_VALUE,
        10);
  }

  private void measureCancels() throws Exception {
    List<Double> stops = new ArrayList<>();
    for (int i = 0; i < Math.max(5, runs / 10); i++) {
      UUID run = replica.triggered("long", UUID.randomUUID().toString());
      stack.await("a running step", () -> count("select count(*) from step_run where run_id = ? and state = 'RUNNING'", run) == 1);
      Instant before = Instant.now();
      replica.cancel(run.toString());
      awaitEnd(run);
      stops.add(
          stack
              .numbers("select 1000 * extract(epoch from ended_at - ?) from pipeline_run where id = ?", Timestamp.from(before), run)
              .getFirst());
    }
    print("cancel to stopped", Millis.of(stops), "p95 2000 ms", Double.MAX_VALUE, 2000);
  }

  /** Since the start of the replica it fires each second. */
  private void measureSchedule() throws Exception {
    stack.await("20 firings", () -> count("select count(*) from pipeline_run where pipeline = 'ticking'") >= 20);
    List<Double> late =
        stack.numbers(
            "select 1000 * extract(epoch from created_at - logical_time) from pipeline_run where pipeline = 'ticking'");
    print("time of the schedule to its row", Millis.of(late), "p95 200 ms", Double.MAX_VALUE, 200);
    replica.post("/api/v1/schedules/ticking/pause");
  }

  private void countDuplicates() throws Exception {
    String key = UUID.randomUUID().toString();
    List<Callable<Integer>> calls =
        Collections.nCopies(1000, () -> replica.trigger("noop", key).statusCode());
    int created = 0;
    int replayed = 0;
    try (ExecutorService clients = Executors.newFixedThreadPool(64)) {
      for (Future<Integer> answer : clients.invokeAll(calls)) {
        created += answer.get() == 201 ? 1 : 0;
        replayed += answer.get() == 200 ? 1 : 0;
      }
    }
    long made = count("select count(*) from pipeline_run where idem_key = ?", key);
    System.out.printf(
        "1,000 triggers with one key: %d run, answers: %d created, %d replayed%n", made, created, replayed);
  }

  /** Ended runs as the engine leaves them, spread over a year. */
  private void fillHistory() throws SQLException {
    stack.execute(
        """
        insert into pipeline_run (id, pipeline, def_hash, trigger, params, state, created_at, started_at, ended_at)
        select gen_random_uuid(), 'noop', (select version from pipeline_definition where pipeline = 'noop'), 'API', '{}',
          case when mod(n, 10) = 0 then 'FAILED' else 'SUCCEEDED' end, at, at, at + interval '1 minute'
        from (select n, clock_timestamp() - n * interval '5 minutes' as at from generate_series(1, %d) as n) as past
        """
            .formatted(history));
    stack.execute(
        """
        insert into step_run (run_id, step, seq, always, state, attempt, fence, max_attempts, backoff_ms, started_at, ended_at)
        select id, 'step_' || n, n - 1, false, 'SUCCEEDED', 1, 1, 3, 1000, started_at, ended_at
        from pipeline_run, generate_series(1, 7) as n
        where not exists (select 1 from step_run where run_id = id)
        """);
    stack.execute("vacuum analyze pipeline_run");
    stack.execute("vacuum analyze step_run");
  }

  private void measureLists() throws IOException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      long begin = System.nanoTime();
      HttpResponse<String> page = replica.get("/api/v1/runs?limit=50" + (i % 2 == 0 ? "" : "&state=FAILED"));
      if (page.statusCode() != 200) {
        throw new IOException("A list was answered with " + page.statusCode());
      }
      times.add((System.nanoTime() - begin) / 1e6);
    }
    print("list 50 of %,d runs".formatted(history), Millis.of(times), "p95 100 ms", Double.MAX_VALUE, 100);
  }

  private void shareSteps() throws Exception {
    stack.addReplica();
    stack.addReplica();
    stack.awaitReady();
    for (int i = 0; i < Math.max(10, runs / 5); i++) {
      finished("wide");
    }
    List<Double> shares =
        stack.numbers(
            """
            select count(*) * 100.0 / sum(count(*)) over () from step_attempt a join pipeline_run r on r.id = a.run_id
            where r.pipeline = 'wide' group by a.owner order by 1
            """);
    System.out.printf(
        Locale.ROOT,
        "three replicas, one worker each, share the steps: %s%n",
        String.join(", ", shares.stream().map(share -> "%.0f %%".formatted(share)).toList()));
  }

  private UUID finished(String pipeline) throws IOException, InterruptedException {
    UUID run = replica.triggered(pipeline, UUID.randomUUID().toString());
    awaitEnd(run);
    return run;
  }

  private void awaitEnd(UUID run) throws IOException {
    String body = replica.get("/api/v1/runs/" + run + "?wait=9s").body();
    if (body.contains("\"endedAt\":null")) {
      throw new IOException("Run " + run + " did not end within 9 s");
    }
  }

  private long count(String sql, Object... arguments) throws IOException {
    try {
      return stack.count(sql, arguments);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static void print(String what, Millis millis, String aim, double p50, double p95) {
    print(what, millis.p50(), millis.p95(), aim, p50, p95);
  }

  private static void print(
      String what, double p50, double p95, String aim, double aimOfP50, double aimOfP95) {
    System.out.printf(
        Locale.ROOT,
        LINE,
        what,
        "%.1f".formatted(p50),
        "%.1f".formatted(p95),
        aim,
        p50 <= aimOfP50 && p95 <= aimOfP95 ? "met" : "missed");
  }
}
