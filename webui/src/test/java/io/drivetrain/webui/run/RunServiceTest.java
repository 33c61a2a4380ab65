package io.drivetrain.webui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.client.PipelineHttp;
import io.drivetrain.webui.client.Reason;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.RunState;
import io.drivetrain.webui.client.Step;
import io.drivetrain.webui.client.StepState;
import io.drivetrain.webui.client.Why;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunServiceTest {
  private PipelineDouble pipeline;
  private RunService service;

  @BeforeEach
  void start() throws IOException {
    pipeline = PipelineDouble.start();
    service = new RunService(new PipelineHttp(new Settings(pipeline.uri())));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void runOnItsWayComesWithTheReasonsOfTheService() {
    PipelineFixtures.run(
        pipeline, PipelineFixtures.RUN, PipelineFixtures.running(PipelineFixtures.RUN));
    pipeline.on(
        "GET /runs/" + PipelineFixtures.RUN + "/why",
        PipelineFixtures.working(PipelineFixtures.RUN));

    ObservedRun observed = answer(service.run(PipelineFixtures.RUN));

    assertThat(observed.run().step("train").orElseThrow().progress())
        .contains(new Step.Progress("tree 120 of 500", 0.24));
    assertThat(observed.why().reasons().getFirst().code()).isEqualTo(Why.Code.RUNNING);
    assertThat(observed.why().reasons().getFirst().message())
        .isEqualTo("A worker on host7 is at it.");
  }

  @Test
  void nobodyAsksWhyAnEndedRunIsNotRunning() {
    PipelineFixtures.run(
        pipeline, PipelineFixtures.RUN, PipelineFixtures.succeeded(PipelineFixtures.RUN));

    assertThat(answer(service.run(PipelineFixtures.RUN)).why().reasons()).isEmpty();
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

    ObservedRun observed = answer(service.run(PipelineFixtures.RUN));

    assertThat(observed.run().state()).isEqualTo(RunState.UNKNOWN);
    assertThat(observed.run().reason()).contains(Reason.OTHER);
    assertThat(observed.run().steps().getFirst().state()).isEqualTo(StepState.UNKNOWN);
    assertThat(observed.why().reasons().getFirst().code()).isEqualTo(Why.Code.OTHER);
  }

  @Test
  void ofALongLogTheEndIsReadFirst() {
    PipelineFixtures.tries(pipeline, 100_000);
    PipelineFixtures.log(pipeline, 2, 34_464, "f a line\nthe next line\n");

    StepLog log =
        answer(service.log(PipelineFixtures.RUN, "train", Optional.empty(), Optional.empty()));

    assertThat(log.text()).isEqualTo("the next line\n");
    assertThat(log.shown().orElseThrow().number()).isEqualTo(2);
    assertThat(log.to()).isEqualTo(34_464 + 23);
  }

  @Test
  void nothingIsReadOfALogThatHasNotGrown() {
    PipelineFixtures.tries(pipeline, 11);

    StepLog log =
        answer(service.log(PipelineFixtures.RUN, "train", Optional.of(2), Optional.of(11L)));

    assertThat(log.text()).isEmpty();
    assertThat(log.to()).isEqualTo(11);
    assertThat(pipeline.requests()).hasSize(1);
  }

  private static <T> T answer(Reply<T> reply) {
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<T>) reply).value();
  }

  private record Settings(URI apiUri) implements PipelineConfig {
    @Override
    public Duration timeout() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration activePause() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration idlePause() {
      return Duration.ofSeconds(5);
    }
  }
}
