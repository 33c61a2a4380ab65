package io.drivetrain.outbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final Vertx vertx = Vertx.vertx();
  private final WebhookSender sender = new WebhookSender(vertx);
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private int status = 200;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/hook", this::answer);
    receiver.createContext("/endless", WebhookSenderTest::answerWithoutEnd);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void postsTheBodyWithItsHeadersUnderTheNameOfTheUrl() throws Exception {
    var answer = sender.send(target("hooks.example", "/hook?a=1"), call(100));

    assertThat(answer).isEqualTo(new WebhookAnswer.Answered(200, "thank you"));
    assertThat(received)
        .containsExactly(
            "POST /hook?a=1 hooks.example:%d application/json v1 {}"
                .formatted(receiver.getAddress().getPort()));
  }

  @Test
  void readsAsMuchOfAnEndlessAnswerAsItWasAskedFor() throws Exception {
    var answer = sender.send(target("127.0.0.1", "/endless"), call(10));

    assertThat(answer).isEqualTo(new WebhookAnswer.Answered(200, "x".repeat(10)));
  }

  @Test
  void hangsUpWhenOnlyTheStatusIsWanted() throws Exception {
    var answer = sender.send(target("127.0.0.1", "/endless"), call(0));

    assertThat(answer).isEqualTo(new WebhookAnswer.Answered(200, ""));
  }

  @Test
  void doesNotFollowARedirect() throws Exception {
    status = 302;

    var answer = sender.send(target("127.0.0.1", "/hook"), call(0));

    assertThat(answer).isEqualTo(new WebhookAnswer.Answered(302, ""));
    assertThat(answer.isDelivered()).isFalse();
    assertThat(received).hasSize(1);
  }

  @Test
  void reportsThatNobodyAnswered() throws Exception {
    var target = target("127.0.0.1", "/hook");
    receiver.stop(0);

    var answer = sender.send(target, call(0));

    assertThat(answer).isInstanceOf(WebhookAnswer.Silent.class);
    assertThat(answer.isDelivered()).isFalse();
  }

  private WebhookTarget target(String host, String path) throws IOException {
    var url = "http://%s:%d%s".formatted(host, receiver.getAddress().getPort(), path);
    return WebhookTarget.find(URI.create(url), true, _ -> new InetAddress[] {LOOPBACK});
  }

  private static WebhookCall call(int answerBytes) {
    return new WebhookCall(Map.of("X-Signature", "v1"), "{}", Duration.ofSeconds(5), answerBytes);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        "%s %s %s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers.getFirst("Host"),
                headers.getFirst("Content-Type"),
                headers.getFirst("X-Signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    exchange.getResponseHeaders().add("Location", "/hook");
    var body = "thank you".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Until the client hangs up. */
  private static void answerWithoutEnd(HttpExchange exchange) {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      var part = "x".repeat(1000).getBytes(StandardCharsets.UTF_8);
      while (true) {
        exchange.getResponseBody().write(part);
      }
    } catch (IOException hungUp) {
      assertThat(hungUp).isNotNull();
    }
  }
}
