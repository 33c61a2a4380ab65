package io.drivetrain.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Logs one point of a metric each 50 ms to a run of its own, and remembers which were accepted. */
final class Points implements Runnable {
  private static final Duration PERIOD = Duration.ofMillis(50);
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final String API = "/api/2.0/mlflow/";

  private final int port;
  private final String run;
  private final List<Long> accepted = new ArrayList<>();
  private long step;

  private Points(int port, String run) {
    this.port = port;
    this.run = run;
  }

  /** Begins a run in the registry at this port. */
  static Points begin(int port) throws IOException {
    try (ServerClient client = new ServerClient(port, 1, TIMEOUT)) {
      Request create =
          Request.post(
              API + "runs/create",
              Map.of("experimentId", "0", "startTime", System.currentTimeMillis()));
      JsonNode run = client.sendAndKeep(create).json();
      return new Points(port, run.at("/run/info/run_id").asText());
    }
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      long began = System.nanoTime();
      log();
      long left = PERIOD.toNanos() - (System.nanoTime() - began);
      try {
        Thread.sleep(Duration.ofNanos(Math.max(0, left)));
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void log() {
    step++;
    try (ServerClient client = new ServerClient(port, 1, TIMEOUT)) {
      Request point =
          Request.post(
              API + "runs/log-metric",
              Map.of(
                  "runId",
                  run,
                  "key",
                  "load",
                  "value",
                  (double) step,
                  "timestamp",
                  System.currentTimeMillis(),
                  "step",
                  step));
      if (client.send(point).status() == 200) {
        accepted.add(step);
      }
    } catch (IOException _) {
      // not accepted: nothing is promised
    }
  }

  long accepted() {
    return accepted.size();
  }

  /** Accepted points that the registry does not have, once the writer has ended. */
  long lost() throws IOException {
    Set<Long> kept = new TreeSet<>();
    try (ServerClient client = new ServerClient(port, 1, TIMEOUT)) {
      String token = "";
      do {
        String page = token.isEmpty() ? "" : "&page_token=" + token;
        JsonNode history =
            client
                .sendAndKeep(
                    Request.get(
                        API
                            + "metrics/get-history?max_results=25000&metric_key=load&run_id="
                            + run
                            + page))
                .json();
        history.path("metrics").forEach(point -> kept.add(point.path("step").asLong()));
        token = history.path("next_page_token").asText("");
      } while (!token.isEmpty());
    }
    return accepted.stream().filter(point -> !kept.contains(point)).count();
  }
}
