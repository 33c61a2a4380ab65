package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.Documents;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PipelineTest
class RunExecutionTest {
  @Inject Script script;
  @Inject Database database;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void runsStepsOneAfterTheOtherAndHandsOutputsOn() {
    CompletableFuture<Map<String, Map<String, Object>>> seen = new CompletableFuture<>();
    script.on("first", context -> Script.succeeded(Map.of("dataHash", "abc", "rows", 12)));
    script.on(
        "second", context -> Script.succeeded(Map.of("mlflowRunId", "r1", "modelVersion", 7)));
    script.on(
        "last",
        context -> {
          seen.complete(Documents.values(context.outputs()));
          return new StepResult.Succeeded();
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(run.getString("dataHash")).isEqualTo("abc");
    assertThat(run.getString("mlflowRunId")).isEqualTo("r1");
    assertThat(run.getString("modelVersion")).isEqualTo("7");
    assertThat(seen.join())
        .isEqualTo(
            Map.of(
                "first_step", Map.of("dataHash", "abc", "rows", 12),
                "second_step", Map.of("mlflowRunId", "r1", "modelVersion", 7)));
  }

  @Test
  void givesParametersOfTheRequestOverTheDefaults() {
    CompletableFuture<String> seen = new CompletableFuture<>();
    script.on(
        "first",
        context -> {
          seen.complete(
              context.parameters().integer("train.trees")
                  + " "
                  + context.parameters().number("train.rate")
                  + " "
                  + context.parameters().file("data"));
          return new StepResult.Succeeded();
        });

    String id = Pipelines.trigger("{\"params\":{\"train.trees\":2}}").path("id");
    Pipelines.ended(id);

    assertThat(seen.join()).isEqualTo("2 0.1 cars.csv");
  }

  @Test
  void endsRejectedWhenAGateSaysNoAndStillReports() {
    CompletableFuture<Map<String, StepOutcome>> reported = new CompletableFuture<>();
    script.on("second", context -> Script.rejected("R2 is 0.4.", Map.of("r2", 0.4)));
    script.on(
        "closing",
        context -> {
          reported.complete(context.outcomes());
          return new StepResult.Succeeded();
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("REJECTED");
    assertThat(run.getString("reason")).isEqualTo("GATE");
    assertThat(run.getString("message")).isEqualTo("second_step: R2 is 0.4.");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "REJECTED", "SKIPPED", "SUCCEEDED");
    assertThat(run.getFloat("steps[1].output.r2")).isEqualTo(0.4f);
    assertThat(reported.join().get("last_step").state()).isEqualTo(StepState.SKIPPED);
  }

  @Test
  void failsAtOnceWhenAStepSaysThatNothingHelps() {
    AtomicInteger tries = new AtomicInteger();
    script.on(
        "first",
        context -> {
          tries.incrementAndGet();
          throw new StepFailedException("cars.csv has no column 'Prix'.");
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("message")).isEqualTo("first_step: cars.csv has no column 'Prix'.");
    assertThat(run.getList("steps.state"))
        .containsExactly("FAILED", "UPSTREAM_FAILED", "UPSTREAM_FAILED", "SUCCEEDED");
    assertThat(tries).hasValue(1);
  }

  @Test
  void triesAgainAfterAnUnexpectedError() {
    AtomicInteger tries = new AtomicInteger();
    script.on(
        "second",
        context -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("connection reset");
          }
          return Script.succeeded(Map.of("attempt", context.attempt()));
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getInt("steps[1].attempt")).isEqualTo(3);
    assertThat(run.getInt("steps[1].output.attempt")).isEqualTo(3);
    assertThat(outcomes(run.getString("id"), "second_step"))
        .containsExactly("RETRY", "RETRY", "SUCCEEDED");
  }

  @Test
  void failsAfterTheLastTryWithoutTellingWhatIsInside() {
    script.on(
        "second",
        context -> {
          throw new IllegalStateException("secret of /home/somebody");
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("reason")).isEqualTo("EXCEPTION");
    assertThat(run.getInt("steps[1].attempt")).isEqualTo(3);
    assertThat(run.getString("steps[1].message"))
        .matches(
            "Unexpected error \\(incident [0-9a-f-]{36} in the log of the pipeline\\)\\."
                + " Attempt 3 of 3 was the last\\.");
    assertThat(run.prettify()).doesNotContain("secret", "IllegalStateException", "/home");
  }

  @Test
  void survivesAStepThatThrowsAnError() {
    script.on(
        "first",
        context -> {
          throw new NoClassDefFoundError("gone");
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("FAILED");
  }

  @Test
  void keepsTheOutcomeOfTheStepsWhenTheReportFails() {
    script.on("closing", context -> new StepResult.Failed("The registry does not answer."));

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("steps[3].state")).isEqualTo("FAILED");
    assertThat(run.getString("steps[3].message")).isEqualTo("The registry does not answer.");
  }

  @Test
  void refusesAnOutputThatIsTooLargeAndNamesItsLargestKey() {
    script.on("first", context -> Script.succeeded(Map.of("small", 1, "rows", "x".repeat(70_000))));

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("message")).contains("the limit is 65536", "'rows'");
  }

  @Test
  void endsARunWhoseResultTheDatabaseRefuses() {
    database.update("alter table step_run add constraint picky check (message <> 'not this')");
    script.on("first", context -> new StepResult.Rejected("not this"));

    JsonPath run = Pipelines.ended(Pipelines.triggered());
    database.update("alter table step_run drop constraint picky");

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("message")).contains("The result cannot be stored");
  }

  @Test
  void showsProgressWhileAStepRuns() throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          context.progress().report("tree 120 of 500", 0.24);
          seen.await();
          return new StepResult.Succeeded();
        });

    String id = Pipelines.triggered();
    JsonPath run = Pipelines.show(id);
    while (run.get("steps[0].progress") == null) {
      Thread.onSpinWait();
      run = Pipelines.show(id);
    }
    seen.countDown();

    assertThat(run.getString("state")).isEqualTo("RUNNING");
    assertThat(run.getString("steps[0].progress.text")).isEqualTo("tree 120 of 500");
    assertThat(run.getFloat("steps[0].progress.fraction")).isEqualTo(0.24f);
    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void queuesRunsBehindTheActiveOneInTheirOrder() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });

    String active = Pipelines.triggered();
    JsonPath second = Pipelines.trigger("{}").jsonPath();
    JsonPath third = Pipelines.trigger("{}").jsonPath();
    go.countDown();
    JsonPath lastEnded = Pipelines.ended(third.getString("id"));
    JsonPath secondEnded = Pipelines.show(second.getString("id"));
    JsonPath firstEnded = Pipelines.show(active);

    assertThat(second.getString("state")).isEqualTo("QUEUED");
    assertThat(second.getString("message")).startsWith("Waits until the active run");
    assertThat(third.getString("state")).isEqualTo("QUEUED");
    assertThat(List.of(firstEnded, secondEnded, lastEnded))
        .allMatch(run -> run.getString("state").equals("SUCCEEDED"));
    assertThat(secondEnded.getString("startedAt"))
        .isGreaterThanOrEqualTo(firstEnded.getString("endedAt"));
    assertThat(lastEnded.getString("startedAt"))
        .isGreaterThanOrEqualTo(secondEnded.getString("endedAt"));
  }

  @Test
  void dropsWhatAWorkerBringsAfterItsStepWasTakenOver() {
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CountDownLatch never = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          if (context.attempt() > 1) {
            return Script.succeeded(Map.of("by", "the second worker"));
          }
          database.update(
              """
              update step_run set fence = fence + 1, owner = 'another worker', lease_until = clock_timestamp()
              where run_id = ? and step = 'first_step'
              """,
              context.runId());
          try {
            never.await();
          } catch (InterruptedException stopped) {
            interrupted.complete(true);
          }
          return Script.succeeded(Map.of("by", "the first worker"));
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("steps[0].output.by")).isEqualTo("the second worker");
    assertThat(run.getInt("steps[0].attempt")).isEqualTo(2);
    assertThat(interrupted.join()).isTrue();
  }

  private List<String> outcomes(String runId, String step) {
    return database.query(
        row -> row.text("outcome"),
        "select outcome from step_attempt where run_id = ? and step = ? order by fence",
        UUID.fromString(runId),
        step);
  }
}
