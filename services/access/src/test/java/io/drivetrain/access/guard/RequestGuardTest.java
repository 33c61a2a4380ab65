package io.drivetrain.access.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestGuardTest {
  private static final String READ = "/echo?limit=1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:5000", "LOCALHOST", "app.localhost", "127.0.0.1", "127.0.0.9:80", "10.1.2.3",
        "172.16.0.1", "192.168.1.5:5000", "[::1]:5000", "[fd12::1]", "mlflow:5000", "registry",
        "pipeline", "webui:8501", "ml.example", "ML.example:443"
      })
  void answersUnderItsOwnNames(String host) {
    given().header("Host", host).get(READ).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "8.8.8.8",
        "mlflow.evil.example",
        "172.32.0.1"
      })
  void doesNotAnswerUnderAStrangeName(String host) {
    refused(given().header("Host", host).get(READ));
    refused(given().header("Host", host).get("/no-endpoint"));
    refused(given().header("Host", host).get("/health"));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:5000, http://localhost:5000",
    "localhost:5000, HTTP://LocalHost:5000",
    "localhost:5000, https://ml.example",
    "ml.example, https://ml.example",
    "ml.example, http://ml.example",
    "192.168.1.9:81, http://192.168.1.9:81",
    "[::1]:5000, http://[::1]:5000"
  })
  void letsItsOwnPagesChangeThings(String host, String origin) {
    change(given().header("Host", host).header("Origin", origin)).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://localhost:3000",
        "http://127.0.0.1:5000",
        "https://localhost",
        "http://webui:8501",
        "https://mlflow",
        "https://ml.example:8443",
        "null",
        "nonsense::",
        ""
      })
  void takesNothingFromAStrangePage(String origin) {
    refused(change(given().header("Host", "localhost:5000").header("Origin", origin)));
    refused(given().header("Host", "localhost:5000").header("Origin", origin).get(READ));
  }

  @Test
  void believesABrowserThatNamesNoOriginButAnotherSite() {
    refused(change(given().header("Sec-Fetch-Site", "cross-site")));
    refused(change(given().header("Sec-Fetch-Site", "same-site")));
    change(given().header("Sec-Fetch-Site", "same-origin")).then().statusCode(200);
    given().header("Sec-Fetch-Site", "cross-site").get(READ).then().statusCode(200);
  }

  @Test
  void letsNoStrangePageOpenAWebSocket() {
    refused(
        given()
            .header("Sec-Fetch-Site", "cross-site")
            .header("Connection", "Upgrade")
            .header("Upgrade", "websocket")
            .get(READ));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=b", "TEXT/PLAIN; a=b"})
  void takesNoFormUnlessItsOwnPageSendsIt(String type) {
    form(given(), type)
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", is("unsupported_media_type"));
    form(given().header("Host", "localhost:80").header("Origin", "http://localhost"), type)
        .then()
        .statusCode(415)
        .body("detail", is("Send the body as application/json, and say so in Content-Type."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-No-Content-Type: true", "Content-Type: application/x-www-form-urlencoded"})
  void takesAChangeWithoutABody(String type) {
    var answer =
        new RawRequest("POST", "/no-endpoint", List.of("Host: localhost", type), "")
            .send(RestAssured.port);

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void givesEveryAnswerTheSameHeaders() {
    for (var path : new String[] {READ, "/no-endpoint", "/echo?limit=0"}) {
      given()
          .get(path)
          .then()
          .header("X-Content-Type-Options", "nosniff")
          .header("X-Frame-Options", "DENY")
          .header("Referrer-Policy", "same-origin")
          .header(
              "Content-Security-Policy",
              is(
                  "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self';"
                      + " default-src 'self'; script-src 'self' 'unsafe-inline';"
                      + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                      + " font-src 'self' data:; connect-src 'self'"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-No-Host: true", "Host:", "Host: localhost\r\nHost: localhost"})
  void asksForOneHost(String header) {
    var answer = new RawRequest("GET", READ, List.of(header), "").send(RestAssured.port);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Send one Host header with the name of this server, such as localhost.");
  }

  @Test
  void refusesNulInAnAddress() {
    given()
        .urlEncodingEnabled(false)
        .get("/echo?limit=1&name=a%00b")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", is("An address may not contain a NUL (%00)."));
  }

  private static Response change(RequestSpecification request) {
    return request.contentType("application/json").body("{\"reason\":\"r\"}").post("/echo");
  }

  private static Response form(RequestSpecification request, String type) {
    return request
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(type.split(";")[0], ContentType.TEXT)))
        .header("Content-Type", type)
        .body("{\"reason\":\"r\"}")
        .post("/echo");
  }

  private static void refused(Response response) {
    response
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", is("foreign_origin"));
  }
}
