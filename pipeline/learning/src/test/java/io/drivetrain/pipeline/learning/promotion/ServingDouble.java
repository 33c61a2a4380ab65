package io.drivetrain.pipeline.learning.promotion;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.drivetrain.models.bundle.ModelBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** A prediction API, as far as it can be told from outside. */
final class ServingDouble implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What it serves. */
  record Served(String model, String version, ModelBundle bundle) {}

  private final HttpServer server;
  private final Deque<Supplier<Served>> next = new ArrayDeque<>();
  private Supplier<Served> serves;
  private DoubleUnaryOperator distortion = value -> value;
  private int status = 200;
  private int calls;

  ServingDouble(Supplier<Served> serves) {
    this.serves = serves;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    server.createContext("/predict", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Serves something else for one call. */
  ServingDouble first(Served served) {
    next.add(() -> served);
    return this;
  }

  /** Changes every value that it answers. */
  ServingDouble distorting(DoubleUnaryOperator change) {
    distortion = change;
    return this;
  }

  /** Answers with another status, and a text. */
  ServingDouble answering(int newStatus) {
    status = newStatus;
    return this;
  }

  int calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls++;
      List<Map<String, Object>> rows =
          MAPPER.readValue(exchange.getRequestBody(), new TypeReference<>() {});
      byte[] answer =
          status == 200
              ? MAPPER.writeValueAsBytes(answers(rows))
              : "{\"detail\":\"No model is in production yet\"}".getBytes();
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private ArrayNode answers(List<Map<String, Object>> rows) {
    Served served = (next.isEmpty() ? serves : next.poll()).get();
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (Map<String, Object> row : rows) {
      double value = served.bundle().predict(served.bundle().schema().read(row)).asValue().value();
      answers
          .addObject()
          .put("model", served.model())
          .put("version", served.version())
          .putObject("prediction")
          .put("value", distortion.applyAsDouble(value));
    }
    return answers;
  }
}
