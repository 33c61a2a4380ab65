package io.drivetrain.pipeline.engine.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.drivetrain.pipeline.engine.outbox.Letter;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {
  private static final String BODY =
      "{\"event\":\"run.failed\",\"runId\":\"00000000-0000-0001-0000-000000000002\","
          + "\"pipeline\":\"cars\",\"state\":\"FAILED\"}";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final Letter LETTER = new Letter(7, "ops", BODY);

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
    public InetAddress[] of(String host) {
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
  void postsASignedLetter() throws IOException, InterruptedException {
    channel("true").send(LETTER);

    String signature = WebhookSignature.of("s3cret", "1767225600", BODY);
    assertThat(received)
        .containsExactly("POST /hook run.failed 7 1767225600 " + signature + " " + BODY);
  }

  @Test
  void signsWithHmacSha256() {
    assertThat(WebhookSignature.of("key", "1", "body"))
        .isEqualTo("sha256=91b5374b153842ad05b2c4eab9349b8321b14703165bd3fb8b034dfb8be98ae5");
  }

  @Test
  void tellsWhenTheReceiverRefuses() {
    status = 500;

    assertThatThrownBy(() -> channel("true").send(LETTER)).hasMessage("answered 500");
  }

  @Test
  void doesNotFollowARedirect() {
    status = 302;

    assertThatThrownBy(() -> channel("true").send(LETTER)).hasMessage("answered 302");
    assertThat(received).hasSize(1);
  }

  @Test
  void doesNotReachIntoThisMachineUnlessThatIsMeant() {
    assertThatThrownBy(() -> channel("false").send(LETTER))
        .hasMessageStartingWith("127.0.0.1 is 127.0.0.1, an address of this machine");
    assertThat(received).isEmpty();
  }

  @Test
  void refusesAnAddressThatIsNoneOfTheWeb() {
    url = "ftp://127.0.0.1/hook";

    assertThatThrownBy(() -> channel("true").send(LETTER))
        .hasMessage("the address is not http or https with a host");
  }

  @Test
  void refusesANameOneOfWhoseAddressesIsInside() {
    url = "http://hooks.example:%d/hook".formatted(receiver.getAddress().getPort());
    lookup = _ -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), LOOPBACK};

    assertThatThrownBy(() -> channel("false").send(LETTER))
        .hasMessageStartingWith("hooks.example is 127.0.0.1, an address of this machine");
    assertThat(received).isEmpty();
  }

  @Test
  void connectsToTheAddressThatItCheckedUnderTheNameOfTheUrl()
      throws IOException, InterruptedException {
    url = "http://hooks.example:%d/hook".formatted(receiver.getAddress().getPort());
    lookup = new Rebinding(LOOPBACK, InetAddress.ofLiteral("192.0.2.1"));

    channel("true").send(LETTER);

    assertThat(hosts).containsExactly(url.replaceAll("http://|/hook", ""));
  }

  @Test
  void saysTheNameOfTheUrlToAServerWithManyCertificates() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
      CompletableFuture<String> greeting = CompletableFuture.supplyAsync(() -> greeting(server));
      url = "https://hooks.example:%d/hook".formatted(server.getLocalPort());
      lookup = _ -> new InetAddress[] {LOOPBACK};

      assertThatThrownBy(() -> channel("true").send(LETTER)).isInstanceOf(IOException.class);

      assertThat(greeting.join()).contains("hooks.example");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.170",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a01:203",
        "2001::1",
        "2002:a01:203::1"
      })
  void knowsWhatIsInside(String address) throws IOException {
    assertThat(WebhookAddress.isInside(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2001:db8::1", "2600::1"})
  void knowsWhatIsOutside(String address) throws IOException {
    assertThat(WebhookAddress.isInside(InetAddress.getByName(address))).isFalse();
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
    return new WebhookChannel(new Notices(null, null, json), config, clock, vertx, lookup);
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
