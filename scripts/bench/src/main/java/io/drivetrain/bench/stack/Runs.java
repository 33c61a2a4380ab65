package io.drivetrain.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.bench.Answer;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Runs of the pipeline that learns prices, small enough to promote a model in seconds. */
final class Runs {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final String PIPELINE = "car_price_predictor_pipeline";
  private static final Map<String, Object> PARAMETERS =
      Map.of("params", Map.of("train.trees", 120));
  private static final Set<String> ENDS = Set.of("SUCCEEDED", "REJECTED", "FAILED", "CANCELLED");

  private final int port;

  Runs(int port) {
    this.port = port;
  }

  /** Starts a run that learns as the champion did, so that it is promoted. */
  String trigger() throws IOException {
    Request request =
        Request.post("/api/v1/pipelines/" + PIPELINE + "/runs", PARAMETERS)
            .with("Idempotency-Key", UUID.randomUUID().toString());
    try (ServerClient client = new ServerClient(port, 1, TIMEOUT)) {
      return client.sendAndKeep(request).json().path("id").asText();
    }
  }

  /** The state that a run ended with; what it is in when the time is over. */
  String end(String run, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    String state = state(run);
    while (!ENDS.contains(state) && System.nanoTime() < deadline) {
      Thread.sleep(200);
      state = state(run);
    }
    return state;
  }

  private String state(String run) {
    try (ServerClient client = new ServerClient(port, 1, TIMEOUT)) {
      Answer answer = client.sendAndKeep(Request.get("/api/v1/runs/" + run));
      if (answer.status() == 404) {
        return "LOST";
      }
      JsonNode document = answer.json();
      return document.path("state").asText();
    } catch (IOException e) {
      return "unknown: " + e.getMessage();
    }
  }
}
