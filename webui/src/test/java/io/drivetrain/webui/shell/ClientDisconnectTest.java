package io.drivetrain.webui.shell;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class ClientDisconnectTest {
  private final Logger log = Logger.getLogger(Incidents.class.getName());
  private final Listener logged = new Listener();

  @TestHTTPResource("/")
  URI application;

  @BeforeEach
  void listen() {
    log.setLevel(Level.ALL);
  }

  @AfterEach
  void leave() {
    log.removeHandler(logged);
    log.setLevel(null);
  }

  @Test
  void browserThatLeavesInTheMiddleOfARequestIsNoIncident()
      throws IOException, InterruptedException {
    String session = given().get("/").cookie("JSESSIONID");
    log.addHandler(logged);

    try (Socket browser = new Socket(application.getHost(), application.getPort())) {
      browser
          .getOutputStream()
          .write(
              "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: %s\r\nCookie: JSESSIONID=%s\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                  .formatted(application.getAuthority(), session)
                  .getBytes(StandardCharsets.US_ASCII));
    }

    LogRecord record = logged.records.poll(1, TimeUnit.MINUTES);
    assertThat(record.getLevel().intValue()).isLessThan(Level.INFO.intValue());
    assertThat(record.getMessage()).startsWith("A browser hung up");
    assertThat(record.getThrown()).isNull();
  }

  @Test
  void browserWithoutCookiesIsToldSo() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/?v-r=uidl&v-uiId=0")
        .then()
        .statusCode(200)
        .body(containsString("Cookies"));
  }

  @Test
  void serviceThatBreaksAConnectionIsOne() {
    assertThat(ClientDisconnect.caused(new IOException(new SocketException("Connection reset"))))
        .isFalse();
    assertThat(ClientDisconnect.caused(new SocketException("Connection reset"))).isFalse();
  }

  @Test
  void otherFaultOfAConnectionIsOne() {
    IOException tooLarge = new IOException("too large");
    tooLarge.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("io.undertow.vertx.VertxHttpExchange", "readBlocking", null, 1)
        });

    assertThat(ClientDisconnect.caused(tooLarge)).isFalse();
  }

  private static final class Listener extends Handler {
    private final BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
