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
 * Starts a run of a pipeline and follows its steps to the end. start-stack.sh runs this file with the JDK that is there
 * anyway: curl and jq may not be.
 *
 * <p>{@code java -cp <Jackson> TrainFirstModel.java http://localhost:8080 <pipeline>}; exit code 0 means SUCCEEDED.
 */
final class TrainFirstModel {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI pipelines;
  private final Set<String> told = new HashSet<>();

  private TrainFirstModel(URI pipelines) {
    this.pipelines = pipelines;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    TrainFirstModel training = new TrainFirstModel(URI.create(arguments[0]));
    JsonNode run = training.follow(training.start(arguments[1]));
    if (!run.path("state").asText().equals("SUCCEEDED")) {
      System.err.printf(
          "Run %s ended %s: %s%n",
          run.path("id").asText(), run.path("state").asText(), run.path("message").asText("no reason given"));
      System.exit(1);
    }
  }

  private URI start(String pipeline) throws IOException, InterruptedException {
    URI runs = pipelines.resolve("/api/v1/pipelines/" + pipeline + "/runs");
    String body = "{\"note\":\"first model of this stack\"}";
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(runs).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() != 201) {
      throw new IOException("POST " + runs + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return pipelines.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private JsonNode follow(URI run) throws IOException, InterruptedException {
    while (true) {
      URI next = URI.create(run + "?wait=1s");
      HttpResponse<String> answer = send(HttpRequest.newBuilder(next).GET());
      if (answer.statusCode() != 200) {
        throw new IOException("GET " + next + " answered " + answer.statusCode() + ": " + answer.body());
      }
      JsonNode now = JSON.readTree(answer.body());
      now.path("steps").forEach(this::tell);
      if (now.hasNonNull("endedAt")) {
        return now;
      }
    }
  }

  /** Each step once, when it has ended. */
  private void tell(JsonNode step) {
    if (step.hasNonNull("startedAt") && step.hasNonNull("endedAt") && told.add(step.path("step").asText())) {
      Duration time = Duration.between(instant(step, "startedAt"), instant(step, "endedAt"));
      System.out.printf(
          Locale.ROOT,
          "  %-24s %-10s %6.1f s  %s%n",
          step.path("step").asText(),
          step.path("state").asText(),
          time.toMillis() / 1000.0,
          step.path("message").asText(""));
    }
  }

  private static Instant instant(JsonNode step, String field) {
    return Instant.parse(step.path(field).asText());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }
}
