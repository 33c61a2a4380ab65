package io.drivetrain.bench.pipeline;

import io.drivetrain.bench.BenchDatabase;
import io.drivetrain.bench.Millis;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is measured of a pipeline, a printed line for each figure. */
final class PipelineFigures {
  private static final String LINE = "%-57s %8s %8s  %-18s %s%n";
  private static final double NO_AIM = Double.MAX_VALUE;
  private static final int DUPLICATES = 1000;
  private static final int CLIENTS = 64;

  private final PipelineStack stack;
  private final BenchDatabase database;
  private final Replica replica;
  private final int runs;

  /**
   * @param runs for each figure
   */
  PipelineFigures(PipelineStack stack, Replica replica, int runs) {
    this.stack = stack;
    this.database = stack.database();
    this.replica = replica;
    this.runs = runs;
  }

  void printHeader() {
    System.out.printf(LINE, "", "p50 ms", "p95 ms", "aim", "");
  }

  /** Until the JIT compiler has seen the engine. */
  void warmUp() throws IOException {
    for (int i = 0; i < runs / 4; i++) {
      finished("noop");
    }
  }

  void measureTriggers(String when) throws Exception {
    List<Double> firstSteps = new ArrayList<>();
    List<Double> perStep = new ArrayList<>();
    ClaimTimes claimsBefore = ClaimTimes.of(replica);
    for (int i = 0; i < runs; i++) {
      Timestamp before = Timestamp.from(Instant.now());
      UUID run = finished("noop");
      firstSteps.addAll(
          database.numbers(
              """
              select 1000 * extract(epoch from min(started_at) - ?) from step_attempt where run_id = ?
              """,
              before,
              run));
      perStep.addAll(
          database.numbers(
              "select 1000 * extract(epoch from ended_at - started_at) / 7 from pipeline_run where id = ?",
              run));
    }
    ClaimTimes claims = ClaimTimes.of(replica).since(claimsBefore);
    print("trigger to first step, " + when, Millis.of(firstSteps), "p50 20, p95 60 ms", 20, 60);
    print("each of 7 no-op steps, " + when, Millis.of(perStep), "p50 15 ms", 15, NO_AIM);
    print(
        "claim of a step (%,d), %s".formatted(claims.count(), when),
        claims.millis(0.5),
        claims.millis(0.95),
        "p95 10 ms",
        NO_AIM,
        10);
  }

  void measureCancels() throws Exception {
    List<Double> stops = new ArrayList<>();
    for (int i = 0; i < Math.max(5, runs / 10); i++) {
      UUID run = replica.triggered("long", UUID.randomUUID().toString());
      stack.await(
          "a running step",
          () ->
              database.count(
                      "select count(*) from step_run where run_id = ? and state = 'RUNNING'", run)
                  == 1);
      Timestamp before = Timestamp.from(Instant.now());
      replica.cancel(run);
      awaitEnd(run);
      stops.addAll(
          database.numbers(
              "select 1000 * extract(epoch from ended_at - ?) from pipeline_run where id = ?",
              before,
              run));
    }
    print("cancel to stopped", Millis.of(stops), "p95 2000 ms", NO_AIM, 2000);
  }

  /** Since the start of the replica it fires each second. */
  void measureSchedule() throws Exception {
    stack.await(
        "20 firings of the schedule",
        () -> database.count("select count(*) from pipeline_run where pipeline = 'ticking'") >= 20);
    List<Double> late =
        database.numbers(
            """
            select 1000 * extract(epoch from created_at - logical_time) from pipeline_run
            where pipeline = 'ticking'
            """);
    print("time of the schedule to its row", Millis.of(late), "p95 200 ms", NO_AIM, 200);
    replica.pauseSchedule("ticking");
  }

  /** Of many triggers with one key at once, one makes a run. */
  void countDuplicates() throws Exception {
    String key = UUID.randomUUID().toString();
    List<Callable<Integer>> calls =
        Collections.nCopies(DUPLICATES, () -> replica.trigger("noop", key).status());
    int created = 0;
    int replayed = 0;
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Integer> answer : clients.invokeAll(calls)) {
        created += answer.get() == 201 ? 1 : 0;
        replayed += answer.get() == 200 ? 1 : 0;
      }
    }
    long made = database.count("select count(*) from pipeline_run where idem_key = ?", key);
    System.out.printf(
        Locale.ROOT,
        "%,d triggers with one key: %d run, answers: %d created, %d replayed%n",
        DUPLICATES,
        made,
        created,
        replayed);
  }

  void measureLists(int history) throws IOException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      String filter = i % 2 == 0 ? "" : "&state=FAILED";
      long begin = System.nanoTime();
      int status = replica.get("/api/v1/runs?limit=50" + filter).status();
      times.add((System.nanoTime() - begin) / 1e6);
      if (status != 200) {
        throw new IOException("A list was answered with " + status);
      }
    }
    print("list 50 of %,d runs".formatted(history), Millis.of(times), "p95 100 ms", NO_AIM, 100);
  }

  /** How three replicas share the steps of runs that one of them is asked for. */
  void measureShares() throws Exception {
    stack.addReplica();
    stack.addReplica();
    stack.awaitReady();
    for (int i = 0; i < Math.max(10, runs / 5); i++) {
      finished("wide");
    }
    List<Double> shares =
        database.numbers(
            """
            select count(*) * 100.0 / sum(count(*)) over () from step_attempt a join pipeline_run r on r.id = a.run_id
            where r.pipeline = 'wide' group by a.owner order by 1
            """);
    System.out.printf(
        "three replicas, one worker each, share the steps: %s%n",
        String.join(", ", shares.stream().map(share -> "%.0f %%".formatted(share)).toList()));
  }

  private UUID finished(String pipeline) throws IOException {
    UUID run = replica.triggered(pipeline, UUID.randomUUID().toString());
    awaitEnd(run);
    return run;
  }

  private void awaitEnd(UUID run) throws IOException {
    if (!replica.run(run, 9).hasNonNull("endedAt")) {
      throw new IOException("Run " + run + " did not end within 9 s");
    }
  }

  private static void print(
      String what, Millis millis, String aim, double aimOfP50, double aimOfP95) {
    print(what, millis.p50(), millis.p95(), aim, aimOfP50, aimOfP95);
  }

  private static void print(
      String what, double p50, double p95, String aim, double aimOfP50, double aimOfP95) {
    System.out.printf(
        Locale.ROOT,
        LINE,
        what,
        String.format(Locale.ROOT, "%.1f", p50),
        String.format(Locale.ROOT, "%.1f", p95),
        aim,
        p50 <= aimOfP50 && p95 <= aimOfP95 ? "met" : "missed");
  }
}
