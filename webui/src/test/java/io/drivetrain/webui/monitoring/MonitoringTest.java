package io.drivetrain.webui.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.drivetrain.webui.prediction.ProductionModel;
import io.drivetrain.webui.prediction.ServingState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class MonitoringTest {
  @Inject ProductionModel production;
  InMemoryRegistry registry;
  private String version;

  @BeforeEach
  void serveCars() {
    version = registry.promote(PredictionFixtures.cars());
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());
  }

  @Test
  void healthIsExactlyThis() {
    String body =
        given()
            .get("/health")
            .then()
            .statusCode(200)
            .contentType("application/json")
            .extract()
            .asString();

    assertThat(body).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void readinessNamesTheModel() {
    given()
        .get("/health/ready")
        .then()
        .statusCode(200)
        .body("status", is("UP"))
        .body("checks[0].data.version", is(version));
  }

  @Test
  void readinessSaysThatThePreviousModelAnswers() {
    String broken = registry.promote(PredictionFixtures.unreadable());
    await().until(() -> production.state() instanceof ServingState.ServingPrevious);

    given()
        .get("/health/ready")
        .then()
        .statusCode(200)
        .body("status", is("UP"))
        .body("checks[0].data.version", is(version))
        .body("checks[0].data.failedVersion", is(broken))
        .body("checks[0].data.failedReason", containsString("trees.bin"));
  }

  @Test
  void applicationWithoutAModelIsReadyToSaySo() {
    registry.withdraw();
    await().until(() -> production.model().isEmpty());

    given()
        .get("/health/ready")
        .then()
        .statusCode(200)
        .body("checks[0].data.model", is("none in production yet"));
  }

  @Test
  void livenessDoesNotDependOnTheModel() {
    given().get("/health/live").then().statusCode(200).body("status", is("UP"));
  }

  @Test
  void callsAreCountedAndTimedAlsoRefusedOnes() {
    given().contentType(ContentType.JSON).body(PredictionFixtures.logan()).post("/predict");
    given().contentType(ContentType.TEXT).body("x").post("/predict");

    String metrics = metrics();

    assertThat(metrics)
        .contains("api_requests_total{endpoint=\"/predict\",method=\"POST\",status=\"200\"}")
        .contains("api_requests_total{endpoint=\"/predict\",method=\"POST\",status=\"415\"}")
        .contains(
            "api_request_latency_seconds_bucket{endpoint=\"/predict\",method=\"POST\",status=\"200\",le=\"5.0E-4\"}")
        .contains("le=\"2.5\"");
  }

  @Test
  void metricsNameTheModelThatAnswers() {
    assertThat(metrics())
        .contains(
            "model_info{name=\"car_price_predictor\",stage=\"Production\",version=\"%s\"} 1.0"
                .formatted(version))
        .containsOnlyOnce("model_info{");
  }

  @Test
  void documentationNeedsNoInternet() {
    String page = given().get("/docs/").then().statusCode(200).extract().asString();

    assertThat(page).contains("swagger-ui").doesNotContain("https://").doesNotContain("src=\"//");
  }

  @Test
  void unknownApiPathIsAProblemAndNotAPage() {
    given()
        .delete("/api/v1/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("/api/v1/nothing"));
  }

  private static String metrics() {
    return given().get("/metrics").then().statusCode(200).extract().asString();
  }
}
