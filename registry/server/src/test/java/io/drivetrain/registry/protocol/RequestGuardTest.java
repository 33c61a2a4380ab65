package io.drivetrain.registry.protocol;

import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;

import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class RequestGuardTest {
  private static final String READ = "/api/2.0/mlflow/experiments/get?experiment_id=0";
  private static final String CHANGE = "/api/2.0/mlflow/runs/create";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:5000", "LOCALHOST", "app.localhost", "127.0.0.1", "127.0.0.9:80", "10.1.2.3",
        "172.16.0.1", "192.168.1.5:5000", "[::1]:5000", "[fd12::1]", "mlflow:5000", "registry"
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
    refused(given().header("Host", host).get(READ), 403, "PERMISSION_DENIED");
    refused(given().header("Host", host).get("/metrics"), 403, "PERMISSION_DENIED");
    given().header("Host", host).get("/health").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1:8501", "https://mlflow"})
  void letsItsOwnPagesChangeThings(String origin) {
    change(origin).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://192.168.1.9", "nonsense::", ""})
  void letsNoStrangePageChangeThings(String origin) {
    refused(change(origin), 403, "PERMISSION_DENIED");
    given().header("Origin", origin).get(READ).then().statusCode(200);
  }

  private static Response change(String origin) {
    return given()
        .header("Origin", origin)
        .contentType("application/json")
        .body("{\"experiment_id\":\"0\"}")
        .post(CHANGE);
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
  void refusesNulInAQuery() {
    refused(
        given().urlEncodingEnabled(false).get("/api/2.0/mlflow/registered-models/get?name=a%00b"),
        400,
        "INVALID_PARAMETER_VALUE");
  }
}
