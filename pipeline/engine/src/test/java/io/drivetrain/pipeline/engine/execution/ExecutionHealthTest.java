package io.drivetrain.pipeline.engine.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class ExecutionHealthTest {
  @Inject Script script;
  @Inject Database database;
  @Inject Worker worker;

  @Test
  void isRedForAsLongAsNothingCanBeClaimed() {
    script.clear();
    Response ready;
    Response live;

    database.update("alter table step_run rename to step_run_away");
    try {
      until(false);
      ready = given().get("/health/ready");
      live = given().get("/health/live");
    } finally {
      database.update("alter table step_run_away rename to step_run");
    }
    until(true);
    JsonPath run = Pipelines.ended(Pipelines.triggered());
    Response readyAgain = given().get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(workers(ready)).isEqualTo("DOWN");
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(readyAgain.statusCode()).isEqualTo(200);
    assertThat(workers(readyAgain)).isEqualTo("UP");
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
  }

  private void until(boolean canClaim) {
    while (worker.canClaim() != canClaim) {
      Thread.onSpinWait();
    }
  }

  private static String workers(Response health) {
    return health.jsonPath().getString("checks.find { it.name == 'step workers' }.status");
  }
}
