package io.drivetrain.registry.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that a client sent to MLflow, with MLflow's answer.
 *
 * @param line of the recording
 * @param call of the client that the request is part of
 */
record Exchange(
    int line,
    String call,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    int status,
    String contentType,
    String answer) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each connection has its own. */
  private static final String FRAMING = "Transfer-Encoding";

  static List<Exchange> read(Path recording) throws IOException {
    var exchanges = new ArrayList<Exchange>();
    var call = "";
    int number = 0;
    for (var line : Files.readAllLines(recording)) {
      number++;
      var node = JSON.readTree(line);
      if (node.has("mark")) {
        call = node.get("mark").asText();
        continue;
      }
      exchanges.add(of(number, call, node));
    }
    return exchanges;
  }

  private static Exchange of(int line, String call, JsonNode node) {
    var headers = new HashMap<String, String>();
    node.get("h").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    headers.remove(FRAMING);
    return new Exchange(
        line,
        call,
        node.get("m").asText(),
        node.get("p").asText(),
        headers,
        node.get("b").asText(),
        node.get("s").asInt(),
        node.get("rh").path("content-type").asText(),
        node.get("r").asText());
  }

  /** What a list of differences names it by: method and path, without the query. */
  String endpoint() {
    return method + " " + path.replaceFirst("\\?.*", "");
  }

  boolean createsAnExperiment() {
    return path.endsWith("/experiments/create") && status == 200;
  }

  String createdExperiment() {
    try {
      return JSON.readTree(answer).get("experiment_id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
