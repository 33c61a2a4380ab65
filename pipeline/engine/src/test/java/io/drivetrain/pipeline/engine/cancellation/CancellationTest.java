package io.drivetrain.pipeline.engine.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.engine.step.StepStoppedException;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class CancellationTest {
  @Inject Script script;
  @Inject Database database;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void cancelsARunningStepThroughItsThread() {
    CountDownLatch runs = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          new CountDownLatch(1).await();
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();
    await(runs);

    Response cancelled = Pipelines.act(id, "/cancel", "{\"reason\":\"wrong file\"}");
    JsonPath run = Pipelines.ended(id);

    assertThat(cancelled.statusCode()).isEqualTo(202);
    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("reason")).isEqualTo("USER");
    assertThat(run.getString("message")).isEqualTo("Cancelled: wrong file");
    assertThat(run.getList("steps.state"))
        .containsExactly("CANCELLED", "CANCELLED", "CANCELLED", "SUCCEEDED");
    assertThat(outcomes(id)).containsExactly("CANCELLED", "SUCCEEDED");
  }

  @Test
  void cancelsAStepThatOnlyReportsProgress() {
    CountDownLatch runs = new CountDownLatch(1);
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    script.on(
        "first",
        context -> {
          runs.countDown();
          try {
            while (true) {
              context.progress().report("still busy", 0.5);
              Thread.onSpinWait();
            }
          } catch (StepStoppedException stopped) {
            told.complete(true);
            throw stopped;
          }
        });
    String id = Pipelines.triggered();
    await(runs);

    Pipelines.act(id, "/cancel", "{}");

    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("CANCELLED");
    assertThat(told.join()).isTrue();
  }

  @Test
  void dropsWhatAStepBringsAfterItsRunWasCancelled() {
    CountDownLatch runs = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stopped) {
            return Script.succeeded(Map.of("rows", 1));
          }
          return null;
        });
    String id = Pipelines.triggered();
    await(runs);

    Pipelines.act(id, "/cancel", "{}");
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("message")).isEqualTo("Cancelled.");
    assertThat(run.getMap("steps[0].output")).isEmpty();
  }

  @Test
  void cancelsAQueuedRunAtOnce() {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String active = Pipelines.triggered();
    String queued = Pipelines.triggered();

    JsonPath cancelled = Pipelines.act(queued, "/cancel", "{}").jsonPath();
    go.countDown();

    assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
    assertThat(Pipelines.ended(active).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void takesASecondCancelAsTheFirst() {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          while (go.getCount() > 0) {
            Thread.onSpinWait(); // ignores the interrupt
          }
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();
    await(runs);

    Response first = Pipelines.act(id, "/cancel", "{\"reason\":\"one\"}");
    Response second = Pipelines.act(id, "/cancel", "{\"reason\":\"two\"}");
    go.countDown();
    JsonPath run = Pipelines.ended(id);

    assertThat(first.jsonPath().getString("state")).isEqualTo("CANCELLING");
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(run.getString("message")).isEqualTo("Cancelled: one");
  }

  @Test
  void refusesToCancelWhatHasEnded() {
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    Response refused = Pipelines.act(id, "/cancel", "{}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("run_ended");
    assertThat(refused.jsonPath().getString("detail"))
        .isEqualTo("Run " + id + " has already ended: SUCCEEDED.");
  }

  @Test
  void knowsNoRunToCancel() {
    assertThat(Pipelines.act(UUID.randomUUID().toString(), "/cancel", "{}").statusCode())
        .isEqualTo(404);
    assertThat(Pipelines.act("none", "/cancel", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void leavesAWorkerBehindThatDoesNotLetGo() {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          while (go.getCount() > 0) {
            Thread.onSpinWait();
          }
          return Script.succeeded(Map.of("rows", 1));
        });
    String id = Pipelines.triggered();
    await(runs);

    Pipelines.act(id, "/cancel", "{}");
    database.update(
        "update step_run set stop_by = clock_timestamp() where run_id = ? and state = 'CANCELLING'",
        UUID.fromString(id));
    JsonPath run = Pipelines.ended(id);
    go.countDown();

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
  }

  @Test
  void stopsAStepThatIsPastItsTime() {
    script.on(
        "first",
        context -> {
          new CountDownLatch(1).await();
          return new StepResult.Succeeded();
        });

    JsonPath run = Pipelines.ended(Pipelines.trigger("hurried", "{}").path("id"));

    assertThat(run.getString("state")).isEqualTo("TIMED_OUT");
    assertThat(run.getString("reason")).isEqualTo("DEADLINE");
    assertThat(run.getString("message"))
        .isEqualTo("first_step: The step exceeded the timeout of its definition.");
    assertThat(run.getList("steps.state")).containsExactly("TIMED_OUT", "UPSTREAM_FAILED");
    assertThat(outcomes(run.getString("id"))).containsExactly("TIMED_OUT");
  }

  @Test
  void stopsARunThatIsPastItsDeadline() {
    script.on(
        "first",
        context -> {
          new CountDownLatch(1).await();
          return new StepResult.Succeeded();
        });

    JsonPath run = Pipelines.ended(Pipelines.trigger("overdue", "{}").path("id"));

    assertThat(run.getString("state")).isEqualTo("TIMED_OUT");
    assertThat(run.getString("message"))
        .isEqualTo("The run exceeded the deadline of its definition.");
    assertThat(run.getList("steps.state")).containsExactly("CANCELLED", "CANCELLED");
  }

  @Test
  void refusesASecondRunWhereOneIsTheLimit() {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String active = Pipelines.trigger("exclusive", "{}").path("id");

    Response refused = Pipelines.trigger("exclusive", "{}");
    go.countDown();
    Pipelines.ended(active);
    Response taken = Pipelines.trigger("exclusive", "{}");
    Pipelines.ended(taken.path("id"));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("run_active");
    assertThat(refused.jsonPath().getString("run")).isEqualTo(active);
    assertThat(taken.statusCode()).isEqualTo(201);
  }

  @Test
  void replacesTheRunsBeforeANewOne() {
    CountDownLatch runs = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          new CountDownLatch(1).await();
          return new StepResult.Succeeded();
        });
    String first = Pipelines.trigger("latest", "{}").path("id");
    await(runs);
    script.clear();

    String second = Pipelines.trigger("latest", "{}").path("id");

    assertThat(Pipelines.ended(second).getString("state")).isEqualTo("SUCCEEDED");
    assertThat(Pipelines.show(first).getString("state")).isEqualTo("CANCELLED");
    assertThat(Pipelines.show(first).getString("message"))
        .isEqualTo("Cancelled: replaced by run " + second + ".");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private List<String> outcomes(String runId) {
    return database.query(
        row -> row.text("outcome"),
        "select outcome from step_attempt where run_id = ? order by started_at",
        UUID.fromString(runId));
  }
}
