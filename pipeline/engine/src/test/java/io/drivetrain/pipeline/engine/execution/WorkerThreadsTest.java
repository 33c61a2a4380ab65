package io.drivetrain.pipeline.engine.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class WorkerThreadsTest {
  private static final String CHECK = "checks.find { it.name == 'step workers' }";

  @Inject Script script;
  @Inject Database database;
  @Inject WorkerThreads workers;

  @Test
  void otherThreadsTakeThePlaceOfThoseThatAreLostToTheirSteps() throws InterruptedException {
    CountDownLatch run = new CountDownLatch(3);
    CountDownLatch go = new CountDownLatch(1);
    script.clear();
    script.on(
        "first",
        context -> {
          run.countDown();
          waitDeafTo(go);
          return new StepResult.Succeeded();
        });
    List<String> stuck =
        Stream.of("exclusive", "reported", "brief")
            .map(pipeline -> Pipelines.trigger(pipeline, "{}").<String>path("id"))
            .toList();
    run.await(); // all three workers are at it

    stuck.forEach(id -> Pipelines.act(id, "/cancel", "{}"));
    database.update("update step_run set stop_by = clock_timestamp() where state = 'CANCELLING'");
    until(3);
    script.clear();
    JsonPath ended = Pipelines.ended(Pipelines.triggered());
    JsonPath ready = given().get("/health/ready").jsonPath();
    String metrics = given().get("/metrics").asString();
    go.countDown();
    until(0);
    JsonPath readyAgain = given().get("/health/ready").jsonPath();

    assertThat(stuck)
        .allSatisfy(
            id -> assertThat(Pipelines.ended(id).getString("state")).isEqualTo("CANCELLED"));
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(ready.getString(CHECK + ".status")).isEqualTo("DOWN");
    assertThat(ready.getInt(CHECK + ".data.'stuck workers'")).isEqualTo(3);
    assertThat(metrics)
        .contains("drivetrain_pipeline_workers_stuck 3.0")
        .contains("drivetrain_pipeline_workers_deaf 3.0");
    assertThat(readyAgain.getString(CHECK + ".status")).isEqualTo("UP");
  }

  private void until(int lost) {
    while (workers.stuck() != lost) {
      Thread.onSpinWait();
    }
  }

  private static void waitDeafTo(CountDownLatch go) {
    while (go.getCount() > 0) {
      try {
        go.await();
      } catch (InterruptedException ignored) {
        continue; // as code does that nobody wrote with being stopped in mind
      }
    }
  }
}
