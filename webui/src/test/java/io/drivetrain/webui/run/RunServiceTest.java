package io.drivetrain.webui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.api.step.StepProgress;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RunServiceTest {
  @Inject RunService service;
  PipelineDouble pipeline;

  @BeforeEach
  void forget() {
    pipeline.forget();
  }

  @Test
  void runOnItsWayComesWithTheReasonsOfTheService() {
    PipelineFixtures.run(
        pipeline, PipelineFixtures.RUN, PipelineFixtures.running(PipelineFixtures.RUN));
    pipeline.on(
        "GET /runs/" + PipelineFixtures.RUN + "/why",
        PipelineFixtures.working(PipelineFixtures.RUN));

    ObservedRun observed = service.run(PipelineFixtures.RUN);

    assertThat(observed.run().step("train").orElseThrow().progress())
        .contains(new StepProgress("tree 120 of 500", 0.24));
    assertThat(observed.why().reasons().getFirst().code()).isEqualTo(RunWhy.Code.RUNNING);
    assertThat(observed.why().reasons().getFirst().message()).isEqualTo("Running on worker host7.");
  }

  @Test
  void nobodyAsksWhyAnEndedRunIsNotRunning() {
    PipelineFixtures.run(
        pipeline, PipelineFixtures.RUN, PipelineFixtures.succeeded(PipelineFixtures.RUN));

    assertThat(service.run(PipelineFixtures.RUN).why().reasons()).isEmpty();
    assertThat(pipeline.requests()).hasSize(1);
  }

  @Test
  void whatOnlyANewerServiceKnowsIsUnknownAndNoError() {
    PipelineFixtures.run(
        pipeline,
        PipelineFixtures.RUN,
        PipelineFixtures.run(
            PipelineFixtures.RUN,
            "HIBERNATING",
            "\"reason\": \"WINTER\", \"warmth\": 3",
            PipelineFixtures.step("check", "", "ASLEEP", "\"reason\": null")));
    pipeline.on(
        "GET /runs/" + PipelineFixtures.RUN + "/why",
        "{\"reasons\": [{\"code\": \"SNOW\", \"message\": \"It snows.\"}]}");

    ObservedRun observed = service.run(PipelineFixtures.RUN);

    assertThat(observed.run().state()).isNull();
    assertThat(observed.run().reason()).isEmpty();
    assertThat(observed.run().steps().getFirst().state()).isNull();
    assertThat(observed.why().reasons().getFirst().code()).isNull();
  }
}
