package io.drivetrain.pipeline.engine.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.drivetrain.outbox.OutboxMessage;
import io.drivetrain.outbox.webhook.WebhookSender;
import io.drivetrain.outbox.webhook.WebhookTarget;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookChannelTest {
  private static final String BODY =
      "{\"event\":\"run.failed\",\"runId\":\"00000000-0000-0001-0000-000000000002\","
          + "\"pipeline\":\"cars\",\"state\":\"FAILED\"}";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final OutboxMessage MESSAGE =
      new OutboxMessage(7, new UUID(0, 7), "webhook", "ops", BODY, 1);

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private final ObjectMapper json =
      JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module()).build();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private WebhookTarget.Lookup lookup = InetAddress::getAllByName;
  private String url;
  private int status = 204;

  /** A name that leads elsewhere when it is asked for a second time. */
  private record Rebinding(Iterator<InetAddress> addresses) implements WebhookTarget.Lookup {
    Rebinding(InetAddress... addresses) {
      this(List.of(addresses).iterator());
    }

    @Override
    public InetAddress[] addresses(String host) {
      return new InetAddress[] {addresses.next()};
    }
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::answer);
    receiver.start();
    url = "http://127.0.0.1:%d/hook".formatted(receiver.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void postsASignedNotice() throws IOException, InterruptedException {
    channel("true").send(MESSAGE);

    String signature = NoticeSignature.of("s3cret", "1767225600", BODY);
    assertThat(received)
        .containsExactly("POST /hook run.failed 7 1767225600 " + signature + " " + BODY);
  }

  @Test
  void signsWithHmacSha256() {
    assertThat(NoticeSignature.of("key", "1", "body"))
        .isEqualTo("sha256=91b5374b153842ad05b2c4eab9349b8321b14703165bd3fb8b034dfb8be98ae5");
  }

  @Test
  void tellsWhenTheReceiverRefuses() {
    status = 500;

    assertThatThrownBy(() -> channel("true").send(MESSAGE)).hasMessage("answered 500");
  }

  @Test
  void doesNotFollowARedirect() {
    status = 302;

    assertThatThrownBy(() -> channel("true").send(MESSAGE)).hasMessage("answered 302");
    assertThat(received).hasSize(1);
  }

  @Test
  void doesNotReachIntoThisMachineUnlessThatIsMeant() {
    assertThatThrownBy(() -> channel("false").send(MESSAGE))
        .hasMessageStartingWith("127.0.0.1 is 127.0.0.1, an address of this machine");
    assertThat(received).isEmpty();
  }

  @Test
  void refusesAnAddressThatIsNoneOfTheWeb() {
    url = "ftp://127.0.0.1/hook";

    assertThatThrownBy(() -> channel("true").send(MESSAGE))
        .hasMessage("the address is not http or https with a host");
  }

  @Test
  void refusesANameOneOfWhoseAddressesIsInside() {
    url = "http://hooks.example:%d/hook".formatted(receiver.getAddress().getPort());
    lookup = _ -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), LOOPBACK};

    assertThatThrownBy(() -> channel("false").send(MESSAGE))
        .hasMessageStartingWith("hooks.example is 127.0.0.1, an address of this machine");
    assertThat(received).isEmpty();
  }

  @Test
  void connectsToTheAddressThatItCheckedUnderTheNameOfTheUrl()
      throws IOException, InterruptedException {
    url = "http://hooks.example:%d/hook".formatted(receiver.getAddress().getPort());
    lookup = new Rebinding(LOOPBACK, InetAddress.ofLiteral("192.0.2.1"));

    channel("true").send(MESSAGE);

    assertThat(hosts).containsExactly(url.replaceAll("http://|/hook", ""));
  }

  @Test
  void saysTheNameOfTheUrlToAServerWithManyCertificates() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
      CompletableFuture<String> greeting = CompletableFuture.supplyAsync(() -> greeting(server));
      url = "https://hooks.example:%d/hook".formatted(server.getLocalPort());
      lookup = _ -> new InetAddress[] {LOOPBACK};

      assertThatThrownBy(() -> channel("true").send(MESSAGE)).isInstanceOf(IOException.class);

      assertThat(greeting.join()).contains("hooks.example");
    }
  }

  private WebhookChannel channel(String allowPrivate) {
    Map<String, String> environment =
        Map.of(
            "DRIVETRAIN_NOTIFICATION_WEBHOOK_OPS_URL",
            url,
            "DRIVETRAIN_NOTIFICATION_WEBHOOK_OPS_SECRET",
            "s3cret",
            "DRIVETRAIN_NOTIFICATION_ALLOW_PRIVATE_ADDRESSES",
            allowPrivate);
    NotificationConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(NotificationConfig.class)
            .withSources(new EnvConfigSource(environment, 300))
            .build()
            .getConfigMapping(NotificationConfig.class);
    return new WebhookChannel(
        new Notices(null, null, json), config, clock, new WebhookSender(vertx), lookup);
  }

  /** The first bytes that a caller sends, which TLS does not hide; then it hangs up. */
  private static String greeting(ServerSocket server) {
    try (Socket caller = server.accept()) {
      byte[] bytes = new byte[4096];
      int length = caller.getInputStream().read(bytes);
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    hosts.add(exchange.getRequestHeaders().getFirst("Host"));
    received.add(
        "%s %s %s %s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("X-Drivetrain-Event"),
                exchange.getRequestHeaders().getFirst("X-Drivetrain-Delivery"),
                exchange.getRequestHeaders().getFirst("X-Drivetrain-Timestamp"),
                exchange.getRequestHeaders().getFirst("X-Drivetrain-Signature"),
                body));
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
