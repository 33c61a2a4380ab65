package io.drivetrain.pipeline.engine.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.Documents;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps that always run, when their run is told to stop. */
@PipelineTest
@Timeout(60)
class ClosingTimeTest {
  @Inject Script script;
  @Inject Database database;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void reportsACancelledRunWithWhatThereIs() throws InterruptedException {
    CompletableFuture<StepContext> reported = new CompletableFuture<>();
    Script.Hold second = script.hold("second");
    script.on("first", context -> Script.succeeded(Map.of("dataHash", "abc")));
    script.on(
        "closing",
        context -> {
          reported.complete(context);
          return Script.succeeded(Map.of("report", "written"));
        });
    String id = Pipelines.triggered();
    second.await();

    Pipelines.act(id, "/cancel", "{\"reason\":\"wrong file\"}");
    JsonPath run = Pipelines.ended(id);
    StepContext seen = reported.join();

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("reason")).isEqualTo("USER");
    assertThat(run.getString("message")).isEqualTo("Cancelled: wrong file");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "CANCELLED", "CANCELLED", "SUCCEEDED");
    assertThat(run.getString("steps[3].output.report")).isEqualTo("written");
    assertThat(Documents.values(seen.outputs()).get("first_step"))
        .isEqualTo(Map.of("dataHash", "abc"));
    assertThat(Documents.values(seen.outputs()).get("second_step")).isEmpty();
    assertThat(seen.outcomes().get("second_step").state()).isEqualTo(StepState.CANCELLED);
    assertThat(seen.outcomes().get("second_step").reason()).isEqualTo(StepReason.USER);
    assertThat(seen.outcomes().get("last_step").startedAt()).isNull();
  }

  @Test
  void reportsARunThatIsPastItsDeadline() throws InterruptedException {
    Script.Hold first = script.hold("first");
    String id = Pipelines.triggered();
    first.await();

    database.update(
        "update pipeline_run set deadline = clock_timestamp() where id = ?", UUID.fromString(id));
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("TIMED_OUT");
    assertThat(run.getString("message"))
        .isEqualTo("The run exceeded the deadline of its definition.");
    assertThat(run.getList("steps.state"))
        .containsExactly("CANCELLED", "CANCELLED", "CANCELLED", "SUCCEEDED");
  }

  @Test
  void isCancellingUntilItsReportIsWritten() throws InterruptedException {
    Script.Hold first = script.hold("first");
    Script.Hold reports = script.hold("closing");
    String id = Pipelines.triggered();
    first.await();

    Pipelines.act(id, "/cancel", "{\"reason\":\"one\"}");
    reports.await();
    Response again = Pipelines.act(id, "/cancel", "{\"reason\":\"two\"}");
    reports.letGo();
    JsonPath run = Pipelines.ended(id);

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.jsonPath().getString("state")).isEqualTo("CANCELLING");
    assertThat(again.jsonPath().getList("steps.state"))
        .containsExactly("CANCELLED", "CANCELLED", "CANCELLED", "RUNNING");
    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("message")).isEqualTo("Cancelled: one");
  }

  @Test
  void letsAReportEndThatIsBeingWritten() throws InterruptedException {
    Script.Hold reports = script.hold("closing");
    String id = Pipelines.triggered();
    reports.await();

    Pipelines.act(id, "/cancel", "{}");
    reports.letGo();
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("steps[3].state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void triesAReportAgain() throws InterruptedException {
    Script.Hold first = script.hold("first");
    script.on(
        "closing",
        context -> {
          if (context.attempt() == 1) {
            throw new IllegalStateException("connection reset");
          }
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();
    first.await();

    Pipelines.act(id, "/cancel", "{}");
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("steps[3].state")).isEqualTo("SUCCEEDED");
    assertThat(run.getInt("steps[3].attempt")).isEqualTo(2);
  }

  @Test
  void endsAReportThatIsPastItsOwnTime() throws InterruptedException {
    Script.Hold first = script.hold("first");
    script.hold("closing");
    String id = Pipelines.trigger("brief", "{}").path("id");
    first.await();

    Pipelines.act(id, "/cancel", "{}");
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getList("steps.state")).containsExactly("CANCELLED", "TIMED_OUT");
  }

  @Test
  void doesNotWaitForEverForAReportThatHangs() throws InterruptedException {
    Script.Hold first = script.hold("first");
    Script.Hold reports = script.hold("closing");
    String id = Pipelines.triggered();
    first.await();
    Pipelines.act(id, "/cancel", "{\"reason\":\"enough\"}");
    reports.await();

    endClosingTime(id);
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("message")).isEqualTo("Cancelled: enough");
    assertThat(run.getString("steps[3].state")).isEqualTo("TIMED_OUT");
    assertThat(run.getString("steps[3].message"))
        .isEqualTo("The run was stopped, and the steps that always run did not end within PT5M.");
  }

  @Test
  void doesNotWaitForEverForAReportThatNobodyWrites() throws InterruptedException {
    Script.Hold first = script.hold("first");
    script.on(
        "closing",
        context -> {
          throw new IllegalStateException("connection reset");
        });
    String id = Pipelines.trigger("reported", "{}").path("id");
    first.await();
    Pipelines.act(id, "/cancel", "{}");
    while (!Pipelines.show(id).getString("steps[1].state").equals("RETRY_WAIT")) {
      Thread.onSpinWait();
    }

    endClosingTime(id);
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getList("steps.state")).containsExactly("CANCELLED", "CANCELLED");
  }

  @Test
  void reportsNothingOfARunThatNeverBegan() {
    script.hold("first");
    String active = Pipelines.triggered();
    String queued = Pipelines.triggered();

    JsonPath cancelled = Pipelines.act(queued, "/cancel", "{}").jsonPath();
    Pipelines.act(active, "/cancel", "{}");
    Pipelines.ended(active);

    assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
    assertThat(cancelled.getList("steps.state"))
        .containsExactly("CANCELLED", "CANCELLED", "CANCELLED", "CANCELLED");
  }

  @Test
  void beginsTheRunThatReplacesItOnlyAfterItsReport() throws InterruptedException {
    Script.Hold first = script.hold("first");
    String replaced = Pipelines.trigger("latest", "{}").path("id");
    first.await();
    script.on("first", context -> new StepResult.Succeeded());

    String latest = Pipelines.trigger("latest", "{}").path("id");
    JsonPath begun = Pipelines.ended(latest);
    JsonPath ended = Pipelines.show(replaced);

    assertThat(ended.getString("state")).isEqualTo("CANCELLED");
    assertThat(ended.getList("steps.state")).containsExactly("CANCELLED", "SUCCEEDED");
    assertThat(begun.getString("startedAt")).isGreaterThanOrEqualTo(ended.getString("endedAt"));
    assertThat(ended.getString("endedAt"))
        .isGreaterThanOrEqualTo(ended.getString("steps[1].endedAt"));
  }

  private void endClosingTime(String id) {
    database.update(
        "update pipeline_run set stop_by = clock_timestamp() where id = ?", UUID.fromString(id));
  }
}
