package io.drivetrain.pipeline.engine.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineageTransportTest {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private int status = 201;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::answer);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void postsEventsWithTheKey() {
    new LineageTransport(http()).emit(event());

    assertThat(received).hasSize(1);
    assertThat(received.getFirst())
        .startsWith("POST /api/v1/lineage Bearer k3y ")
        .contains("\"eventType\":\"START\"");
  }

  @Test
  void tellsWhenTheReceiverRefuses() {
    status = 503;
    LineageTransport transport = new LineageTransport(http());

    assertThatThrownBy(() -> transport.emit(event())).hasMessageContaining("503");
  }

  @Test
  void isOffByDefault() {
    assertThat(new LineageTransport(config(Map.of())).isOff()).isTrue();
  }

  @Test
  void saysWhichSettingIsMissing() {
    LineageConfig config = config(Map.of("drivetrain.lineage.transport", "http"));

    assertThatThrownBy(() -> new LineageTransport(config))
        .hasMessage("The lineage transport needs DRIVETRAIN_LINEAGE_URL.");
  }

  private LineageConfig http() {
    return config(
        Map.of(
            "drivetrain.lineage.transport", "http",
            "drivetrain.lineage.url", "http://127.0.0.1:" + receiver.getAddress().getPort(),
            "drivetrain.lineage.api-key", "k3y"));
  }

  private static LineageConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(LineageConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(LineageConfig.class);
  }

  private static RunEvent event() {
    OpenLineage lineage = new OpenLineage(URI.create("urn:test"));
    return lineage
        .newRunEventBuilder()
        .eventType(EventType.START)
        .eventTime(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
        .run(lineage.newRunBuilder().runId(new UUID(1, 2)).build())
        .job(lineage.newJobBuilder().namespace("n").name("j").build())
        .build();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
