package io.drivetrain.pipeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A program for the first start of a stack: starts a run of a pipeline, or joins the one that an
 * earlier start left, and prints its steps until it ends. {@code start-stack.sh} runs it from the
 * packaged application, because curl and jq may be missing.
 *
 * <p>Arguments: the address of the pipeline, such as {@code http://localhost:8080}, and the id of a
 * pipeline. Exit code 0 means SUCCEEDED.
 */
final class FirstModelRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean ON_TERMINAL =
      System.console() != null && System.console().isTerminal();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI pipelines;
  private final Set<String> printed = new HashSet<>();

  private FirstModelRun(URI pipelines) {
    this.pipelines = pipelines;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      train(arguments);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void train(String... arguments) throws IOException, InterruptedException {
    FirstModelRun training = new FirstModelRun(URI.create(arguments[0]));
    JsonNode run = training.follow(training.activeOrNewRun(arguments[1]));
    if (!run.path("state").asText().equals("SUCCEEDED")) {
      System.err.printf(
          "Run %s ended %s: %s%n",
          run.path("id").asText(),
          run.path("state").asText(),
          run.path("message").asText("no reason given"));
      System.exit(1);
    }
  }

  private URI activeOrNewRun(String pipeline) throws IOException, InterruptedException {
    JsonNode latest =
        get(pipelines.resolve("/api/v1/runs?limit=1&pipeline=" + pipeline)).path("runs").path(0);
    if (latest.has("id") && !latest.hasNonNull("endedAt")) {
      return pipelines.resolve("/api/v1/runs/" + latest.path("id").asText());
    }
    return start(pipelines.resolve("/api/v1/pipelines/" + pipeline + "/runs"));
  }

  private URI start(URI runs) throws IOException, InterruptedException {
    String body = "{\"note\":\"first model of this stack\"}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(runs)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    HttpResponse<String> answer = send(request, 201);
    return pipelines.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private JsonNode follow(URI run) throws IOException, InterruptedException {
    while (true) {
      JsonNode now = get(URI.create(run + "?wait=1s"));
      now.path("steps").forEach(this::printWhenEnded);
      if (now.hasNonNull("endedAt")) {
        return now;
      }
      now.path("steps").forEach(FirstModelRun::showWhileRunning);
    }
  }

  private void printWhenEnded(JsonNode step) {
    if (step.hasNonNull("startedAt")
        && step.hasNonNull("endedAt")
        && printed.add(step.path("step").asText())) {
      Duration time = Duration.between(instant(step, "startedAt"), instant(step, "endedAt"));
      eraseLine();
      System.out.printf(
          Locale.ROOT,
          "  %-24s %-10s %6.1f s  %s%n",
          step.path("step").asText(),
          step.path("state").asText(),
          time.toMillis() / 1000.0,
          step.path("message").asText(""));
    }
  }

  /** On one line that the next one overwrites; only a terminal shows it. */
  private static void showWhileRunning(JsonNode step) {
    if (ON_TERMINAL && step.hasNonNull("startedAt") && !step.hasNonNull("endedAt")) {
      eraseLine();
      System.out.printf(
          "  %s: %s", step.path("step").asText(), step.at("/progress/text").asText("running"));
      System.out.flush();
    }
  }

  private static void eraseLine() {
    if (ON_TERMINAL) {
      System.out.print("\r\033[K");
    }
  }

  private static Instant instant(JsonNode step, String field) {
    return Instant.parse(step.path(field).asText());
  }

  private JsonNode get(URI address) throws IOException, InterruptedException {
    return JSON.readTree(send(HttpRequest.newBuilder(address).GET(), 200).body());
  }

  private HttpResponse<String> send(HttpRequest.Builder builder, int expected)
      throws IOException, InterruptedException {
    HttpRequest request = builder.timeout(PATIENCE).build();
    HttpResponse<String> answer;
    try {
      answer = http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException(
          "%s %s got no answer: %s".formatted(request.method(), request.uri(), e), e);
    }
    if (answer.statusCode() != expected) {
      throw new IOException(
          "%s %s answered %d: %s"
              .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
    }
    return answer;
  }
}
