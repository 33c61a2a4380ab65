package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class RunGraphTest {
  @Inject Script script;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void runsBranchesAtTheSameTimeAndWhatNeedsThemOnce() {
    CyclicBarrier both = new CyclicBarrier(2);
    CompletableFuture<Set<String>> ended = new CompletableFuture<>();
    Script.Act meet =
        context -> {
          both.await(); // passes only when the other branch runs, too
          return new StepResult.Succeeded();
        };
    script.on("second", meet);
    script.on("last", meet);
    script.on(
        "closing",
        context -> {
          assertThat(ended.complete(context.outputs().documents().keySet())).isTrue();
          return new StepResult.Succeeded();
        });

    JsonPath run = Pipelines.ended(forked());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(run.getList("steps.attempt")).containsExactly(1, 1, 1, 1);
    assertThat(ended.join()).containsExactlyInAnyOrder("start", "left", "right");
  }

  @Test
  void finishesOneBranchAfterTheOtherFailed() {
    script.on("second", context -> new StepResult.Failed("No disk."));

    JsonPath run = Pipelines.ended(forked());

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("message")).isEqualTo("left: No disk.");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "FAILED", "SUCCEEDED", "SUCCEEDED");
  }

  @Test
  void showsWhatEachStepWaitsFor() {
    JsonPath run = Pipelines.ended(forked());

    assertThat(run.<List<String>>get("steps.needs"))
        .isEqualTo(
            List.of(List.of(), List.of("start"), List.of("start"), List.of("left", "right")));
  }

  private static String forked() {
    return Pipelines.trigger("forked", "{}").path("id");
  }
}
