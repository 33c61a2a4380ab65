package io.drivetrain.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.bench.Answer;
import io.drivetrain.bench.JavaProcess;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** One process of the packaged pipeline, and its REST API. */
record Replica(JavaProcess process, ServerClient client) {
  /** As many as trigger a run at the same time. */
  private static final int CONNECTIONS = 64;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  static Replica of(JavaProcess process, int port) {
    return new Replica(process, new ServerClient(port, CONNECTIONS, TIMEOUT));
  }

  long pid() {
    return process.pid();
  }

  boolean isReady() {
    try {
      return get("/health/ready").status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  Answer get(String path) throws IOException {
    return client.sendAndKeep(Request.get(path));
  }

  /** Triggers a run; the same key gives the same run. */
  Answer trigger(String pipeline, String key) throws IOException {
    return post("/api/v1/pipelines/" + pipeline + "/runs", key);
  }

  /** Triggers a run, or finds the one that the key has made. */
  UUID triggered(String pipeline, String key) throws IOException {
    return UUID.fromString(trigger(pipeline, key).json().path("id").asText());
  }

  /** The run, as soon as it has ended, at the latest after these seconds (9 at most). */
  JsonNode run(UUID run, int waitSeconds) throws IOException {
    return get("/api/v1/runs/%s?wait=%ds".formatted(run, waitSeconds)).json();
  }

  void cancel(UUID run) throws IOException {
    post("/api/v1/runs/" + run + "/cancel", run.toString()).json();
  }

  void pauseSchedule(String pipeline) throws IOException {
    post("/api/v1/schedules/" + pipeline + "/pause", "pause of " + pipeline).json();
  }

  private Answer post(String path, String key) throws IOException {
    return client.sendAndKeep(Request.post(path, Map.of()).with("Idempotency-Key", key));
  }
}
