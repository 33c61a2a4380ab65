package io.drivetrain.registry.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that a webhook calls; it answers the statuses that it was told to, the last for good.
 */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Integer> statuses;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  record Received(String deliveryId, String timestamp, String signature, String body) {
    JsonPath json() {
      return JsonPath.from(body);
    }
  }

  Receiver(Integer... statuses) throws IOException {
    this.statuses = Arrays.asList(statuses);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = statuses.get(Math.min(received.size(), statuses.size() - 1));
    received.add(
        new Received(
            headers.getFirst("X-MLflow-Delivery-Id"),
            headers.getFirst("X-MLflow-Timestamp"),
            headers.getFirst("X-MLflow-Signature"),
            body));
    if (status / 100 == 3) {
      exchange.getResponseHeaders().add("Location", url() + "elsewhere");
    }
    var answer = "thank you".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
