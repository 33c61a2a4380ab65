package io.drivetrain.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerClientTest {
  private record LogMetric(String runId, double value) {}

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private ServerClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client = new ServerClient(server.getAddress().getPort(), 1, Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  /** With a body of as many bytes as the path says, in chunks. */
  private void answer(HttpExchange exchange) throws IOException {
    connections.add(exchange.getRemoteAddress());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        "%s %s expect=%s key=%s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Expect"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body));
    int length = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
    exchange.sendResponseHeaders(length == 404 ? 404 : 200, 0);
    exchange.getResponseBody().write("1".repeat(length).getBytes(StandardCharsets.US_ASCII));
    exchange.close();
  }

  @Test
  void sendsJsonInSnakeCaseWithoutAskingFirst() throws IOException {
    client.send(Request.post("/1", new LogMetric("a", 0.5)).with("Idempotency-Key", "k"));

    assertThat(requests)
        .containsExactly("POST /1 expect=null key=k {\"run_id\":\"a\",\"value\":0.5}");
  }

  @Test
  void keepsTheStartOfABodyAndCountsAllOfIt() throws IOException {
    Answer answer = client.send(Request.get("/100000"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.length()).isEqualTo(100_000);
    assertThat(answer.body()).hasSize(500);
    assertThat(client.sendAndKeep(Request.get("/100000")).body()).hasSize(100_000);
  }

  @Test
  void oneConnectionServesAllRequests() throws IOException {
    for (int i = 0; i < 10; i++) {
      client.send(Request.post("/3", Map.of()));
    }

    assertThat(connections).hasSize(1);
  }

  @Test
  void jsonOfAnErrorIsAnException() throws IOException {
    assertThat(client.sendAndKeep(Request.get("/3")).json().asInt()).isEqualTo(111);
    Answer error = client.send(Request.get("/404"));

    assertThatIOException()
        .isThrownBy(error::json)
        .withMessageStartingWith("The server answered 404: 111");
  }
}
