package io.drivetrain.pipeline.engine.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.execution.ScriptedOutage.AwayException;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that a step uses is away for longer than its attempts would last. */
@PipelineTest
class OutageTest {
  private static final int MORE_THAN_ITS_ATTEMPTS = 8;

  @Inject Script script;

  private final AtomicBoolean away = new AtomicBoolean(true);
  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void theDepotIsAway() {
    script.clear();
    script.on(
        "first",
        context -> {
          calls.incrementAndGet();
          if (away.get()) {
            throw new IllegalStateException("wrapped", new AwayException());
          }
          return new StepResult.Succeeded();
        });
  }

  @Test
  void waitsAndCountsNoAttempt() {
    String id = Pipelines.triggered();
    await().until(() -> calls.get() > MORE_THAN_ITS_ATTEMPTS);
    away.set(false);

    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getInt("steps[0].attempt")).isEqualTo(1);
    assertThat(run.getString("steps[0].reason")).isNull();
    assertThat(run.getString("steps[0].message")).isNull();
  }

  @Test
  void saysInTheRunAndInWhyWhatItWaitsFor() {
    String id = Pipelines.triggered();
    await().until(() -> calls.get() > 2);

    JsonPath step = Pipelines.show(id);
    String why =
        given().get("/api/v1/runs/" + id + "/why").jsonPath().getString("reasons[0].message");
    away.set(false);
    Pipelines.ended(id);

    assertThat(step.getString("steps[0].state")).isEqualTo("RUNNING");
    assertThat(step.getString("steps[0].reason")).isEqualTo("OUTAGE");
    assertThat(step.getString("steps[0].message")).isEqualTo("The depot does not answer.");
    assertThat(why)
        .matches(
            "Running on worker \\S+\\. Waiting until a service answers: The depot does not answer\\.");
  }

  @Test
  void waitsThoughTheStepCallsItAFailure() {
    script.on(
        "first",
        context -> {
          if (calls.incrementAndGet() < MORE_THAN_ITS_ATTEMPTS) {
            throw new StepFailedException("cannot store", new AwayException());
          }
          return new StepResult.Succeeded();
        });

    assertThat(Pipelines.ended(Pipelines.triggered()).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void canBeCancelledMeanwhile() {
    String id = Pipelines.triggered();
    await().until(() -> calls.get() > 1);

    Pipelines.act(id, "/cancel", "{\"reason\":\"no longer needed\"}");

    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("CANCELLED");
  }

  @Test
  void waitsNoLongerThanItsTimeoutAndThenNamesTheService() {
    String id = Pipelines.trigger("hurried", "{}").then().statusCode(201).extract().path("id");

    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("steps[0].state")).isEqualTo("TIMED_OUT");
    assertThat(run.getString("steps[0].message"))
        .isEqualTo("The step exceeded the timeout of its definition. The depot does not answer.");
  }

  @Test
  void closingStepWaitsToo() {
    script.on("first", context -> new StepResult.Failed("on purpose"));
    script.on(
        "closing",
        context -> {
          if (calls.incrementAndGet() < MORE_THAN_ITS_ATTEMPTS) {
            throw new AwayException();
          }
          return new StepResult.Succeeded();
        });

    JsonPath run = Pipelines.ended(Pipelines.triggered());

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("steps.find { it.step == 'report' }.state")).isEqualTo("SUCCEEDED");
  }
}
