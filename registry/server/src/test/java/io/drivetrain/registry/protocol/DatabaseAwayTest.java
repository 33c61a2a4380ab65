package io.drivetrain.registry.protocol;

import static io.drivetrain.registry.Mlflow.newRun;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.access.fuzz.ApiFuzz;
import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The registry without its database. */
@RegistryTest
@WithTestResource(CuttableDatabaseResource.class)
class DatabaseAwayTest {
  /** Set by the resource. */
  Consumer<Boolean> reachable;

  private boolean cut;

  @AfterEach
  void mend() {
    if (cut) {
      reachable.accept(true);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              Mlflow.get("experiments/get", Map.of("experiment_id", "0")).statusCode() == 200);
    }
  }

  private void cut() {
    reachable.accept(false);
    cut = true;
  }

  @Test
  void saysInMlflowsBodyThatItPassesAndWhenToAskAgain() {
    cut();

    given()
        .queryParam("experiment_id", "0")
        .get("/api/2.0/mlflow/experiments/get")
        .then()
        .statusCode(503)
        .header("Retry-After", "5");
    var answer = Mlflow.get("experiments/get", Map.of("experiment_id", "0"));
    Mlflow.refused(answer, 503, "TEMPORARILY_UNAVAILABLE");
    assertThat(answer.jsonPath().getString("message"))
        .isEqualTo("The database does not answer. Try again in a few seconds.");
  }

  @Test
  void keepsNothingOfAnUploadThatItCouldNotNote() {
    var run = newRun();
    cut();

    given()
        .contentType("application/octet-stream")
        .body("x".getBytes())
        .put("/api/2.0/mlflow-artifacts/artifacts/0/" + run + "/artifacts/x.txt")
        .then()
        .statusCode(503)
        .header("Retry-After", "5");
  }

  @Test
  void noRouteFailsInAnotherWay() throws IOException {
    var fuzz = ApiFuzz.of(RestAssured.port, 14);
    fuzz.run(1);
    cut();

    fuzz.runAtOnce();

    assertThat(fuzz.gaps()).isEmpty();
    assertThat(fuzz.answers().get(503)).isGreaterThan(40);
  }
}
