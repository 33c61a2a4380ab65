package io.drivetrain.pipeline.engine.diagnosis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class DiagnosisTest {
  @Inject Script script;
  @Inject Database database;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void namesTheWorkerOfAStepAndWhatTheOthersWaitFor() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    hold(runs, go);
    String id = Pipelines.triggered();
    runs.await();

    JsonPath why = why(id);
    go.countDown();
    Pipelines.ended(id);

    assertThat(why.getList("reasons.code"))
        .containsExactly("RUNNING", "UPSTREAM", "UPSTREAM", "UPSTREAM");
    assertThat(why.getString("reasons[0].message")).matches("Running on worker \\S+");
    assertThat(why.getString("reasons[1].message")).isEqualTo("Waiting for first_step");
  }

  @Test
  void namesTheRunThatAQueuedOneWaitsFor() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    hold(runs, go);
    String active = Pipelines.triggered();
    runs.await();
    String second = Pipelines.triggered();
    String third = Pipelines.triggered();

    JsonPath why = why(third);
    go.countDown();
    Pipelines.ended(third);

    assertThat(why.getString("state")).isEqualTo("QUEUED");
    assertThat(why.getList("reasons.code")).containsExactly("LIMIT_REACHED");
    assertThat(why.getString("reasons[0].blockedBy")).isEqualTo(active);
    assertThat(why.getString("reasons[0].message"))
        .isEqualTo(
            "Run " + active + " of pipeline 'scripted' is active; 1 run queued before this one");
    assertThat(Pipelines.show(second).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void saysWhenTheNextAttemptStartsAndThatNoWorkerIsFree() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    hold(runs, go);
    String id = Pipelines.triggered();
    runs.await();

    // The second step as if it were ready: a run in CANCELLING is one that no worker claims from.
    database.update(
        "update pipeline_run set state = 'CANCELLING' where id = ?", UUID.fromString(id));
    makeReady(id, "1 hour");
    JsonPath later = why(id);
    makeReady(id, "-1 second");
    JsonPath now = why(id);
    database.update(
        """
        update step_run set state = 'PENDING', run_after = null where run_id = ? and step = 'second_step'
        """,
        UUID.fromString(id));
    database.update("update pipeline_run set state = 'RUNNING' where id = ?", UUID.fromString(id));
    go.countDown();
    Pipelines.ended(id);

    assertThat(later.getString("reasons[1].code")).isEqualTo("WAITING_UNTIL");
    assertThat(later.getString("reasons[1].until")).isNotNull();
    assertThat(later.getString("reasons[1].message"))
        .startsWith("Attempt 1 of 3 starts at " + later.getString("reasons[1].until"));
    assertThat(now.getString("reasons[1].code")).isEqualTo("NO_FREE_WORKER");
    assertThat(now.getString("reasons[1].message"))
        .isEqualTo("Waiting for a free worker: 1 replica, 3 workers, 1 busy");
  }

  @Test
  void saysHowARunEnded() {
    script.on("first", context -> new StepResult.Failed("No disk."));
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    JsonPath why = why(id);

    assertThat(why.getList("reasons.code")).containsExactly("ENDED");
    assertThat(why.getString("reasons[0].message"))
        .isEqualTo("The run has ended: FAILED (first_step: No disk.)");
  }

  @Test
  void knowsNothingOfOtherRuns() {
    given().get("/api/v1/runs/" + UUID.randomUUID() + "/why").then().statusCode(404);
  }

  private void hold(CountDownLatch runs, CountDownLatch go) {
    script.on(
        "first",
        context -> {
          runs.countDown();
          go.await();
          return new StepResult.Succeeded();
        });
  }

  private void makeReady(String id, String after) {
    database.update(
        """
        update step_run set state = 'RETRY_WAIT', run_after = clock_timestamp() + cast(? as interval)
        where run_id = ? and step = 'second_step'
        """,
        after,
        UUID.fromString(id));
  }

  private static JsonPath why(String id) {
    return given().get("/api/v1/runs/" + id + "/why").then().statusCode(200).extract().jsonPath();
  }
}
