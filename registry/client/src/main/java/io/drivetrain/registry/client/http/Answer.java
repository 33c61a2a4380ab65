package io.drivetrain.registry.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the registry, or somebody in front of it, answered. */
public record Answer(HttpResponse<byte[]> response) {
  private static final int EXCERPT_LENGTH = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  boolean isSuccess() {
    return status() / 100 == 2;
  }

  byte[] bytes() {
    return response.body();
  }

  Optional<String> retryAfter() {
    return response.headers().firstValue("Retry-After");
  }

  /** Every answer of MLflow that is not a file is a JSON object. */
  JsonNode object(String call) {
    return object().orElseThrow(() -> notJson(call));
  }

  /** MLflow's own error, or the problem of a path that MLflow has not, or that this was none. */
  RegistryClientException failure(String call) {
    return object()
        .filter(body -> body.hasNonNull("error_code"))
        .map(
            body -> answered(body, "error_code", body.hasNonNull("message") ? "message" : "detail"))
        .or(() -> object().filter(this::isProblem).map(body -> answered(body, "code", "detail")))
        .orElseGet(() -> notJson(call));
  }

  private boolean isProblem(JsonNode body) {
    return body.hasNonNull("code") && body.path("status").asInt() == status();
  }

  private RegistryClientException answered(JsonNode body, String code, String message) {
    return RegistryClientException.answered(
        body.path(code).asText(), status(), body.path(message).asText());
  }

  private Optional<JsonNode> object() {
    try {
      return Optional.of(JSON.readTree(text())).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** With the start of the foreign text, on one line, so that a person recognises who sent it. */
  private RegistryClientException notJson(String call) {
    String type = response.headers().firstValue("Content-Type").orElse("no content type");
    String line = text().replaceAll("\\s+", " ").strip();
    String excerpt = line.substring(0, Math.min(line.length(), EXCERPT_LENGTH));
    return RegistryClientException.notJson(call, status(), type + ": '" + excerpt + "'");
  }

  private String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
