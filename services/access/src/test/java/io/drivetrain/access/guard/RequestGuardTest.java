package io.drivetrain.access.guard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    given().header("Host", host).get("/health").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "http://127.0.0.1:8501",
        "https://mlflow",
        "https://ml.example"
      })
  void letsItsOwnPagesChangeThings(String origin) {
    change(given().header("Origin", origin)).then().statusCode(200);
  }

  @Test
  void letsAPageOfThePrivateAddressThatItCallsChangeThings() {
    change(given().header("Host", "192.168.1.9:81").header("Origin", "http://192.168.1.9:81"))
        .then()
        .statusCode(200);
    refused(
        change(given().header("Host", "192.168.1.9:81").header("Origin", "http://192.168.1.9:82")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://192.168.1.9", "nonsense::", ""})
  void letsNoStrangePageChangeThings(String origin) {
    refused(change(given().header("Origin", origin)));
    given().header("Origin", origin).get(READ).then().statusCode(200);
  }

  @Test
  void letsNoStrangePageOpenAWebSocket() {
    refused(
        given()
            .header("Origin", "https://evil.example")
            .header("Connection", "Upgrade")
            .header("Upgrade", "websocket")
            .get(READ));
  }

  @Test
  void forbidsBrowsersToGuess() {
    given()
        .get(READ)
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "SAMEORIGIN");
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

  private static void refused(Response response) {
    response
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", is("foreign_origin"));
  }
}
