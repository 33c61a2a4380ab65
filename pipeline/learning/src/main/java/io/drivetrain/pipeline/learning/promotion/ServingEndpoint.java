package io.drivetrain.pipeline.learning.promotion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The prediction API of one process that serves the model in production. */
final class ServingEndpoint implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int QUOTED = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  ServingEndpoint(URI url) {
    this.url = url;
  }

  ServedAnswer predict(List<Map<String, Object>> rows) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request(rows), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        return refused(response);
      }
      return predicted(JSON.readTree(response.body()), rows.size());
    } catch (JsonProcessingException noJson) {
      return new ServedAnswer.Refused("it answered 200 with something that is no JSON");
    } catch (IOException unreachable) {
      return new ServedAnswer.Unreachable(why(unreachable));
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest request(List<Map<String, Object>> rows) throws JsonProcessingException {
    String path = url.toString().replaceAll("/+$", "") + "/predict?freeText=true";
    return HttpRequest.newBuilder(URI.create(path))
        .timeout(ANSWER)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(rows)))
        .build();
  }

  private static ServedAnswer predicted(JsonNode answers, int rows) {
    if (!answers.isArray() || answers.size() != rows) {
      return new ServedAnswer.Refused("it answered 200, but not with one prediction for each row");
    }
    String model = answers.path(0).path("model").asText();
    String version = answers.path(0).path("version").asText();
    List<Double> values = new ArrayList<>();
    for (JsonNode answer : answers) {
      List<Double> numbers = numbers(answer);
      if (numbers.isEmpty() || !answer.path("version").asText().equals(version)) {
        return new ServedAnswer.Refused(
            "it answered 200, but without a prediction, or with several versions in one answer");
      }
      values.addAll(numbers);
    }
    return new ServedAnswer.Predicted(model, version, values);
  }

  /** The value, or the probabilities of the classes. */
  private static List<Double> numbers(JsonNode answer) {
    List<Double> numbers = new ArrayList<>();
    JsonNode value = answer.path("prediction").path("value");
    if (value.isNumber()) {
      numbers.add(value.doubleValue());
    }
    answer.path("probabilities").forEach(probability -> numbers.add(probability.doubleValue()));
    return numbers;
  }

  private static ServedAnswer refused(HttpResponse<String> response) {
    String body = response.body();
    String detail = body.substring(0, Math.min(QUOTED, body.length()));
    return new ServedAnswer.Refused("it answered %d: %s".formatted(response.statusCode(), detail));
  }

  private static String why(IOException unreachable) {
    return switch (unreachable) {
      case HttpConnectTimeoutException _ ->
          "no connection within %d s".formatted(CONNECT.toSeconds());
      case HttpTimeoutException _ -> "no answer within %d s".formatted(ANSWER.toSeconds());
      case ConnectException _ -> "the connection was refused";
      default -> "the connection broke before the answer was complete";
    };
  }
}
