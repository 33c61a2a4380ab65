package io.drivetrain.webui.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drivetrain.webui.client.Parameter;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.client.PipelineHttp;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Reply.Refusal;
import io.drivetrain.webui.client.Reply.Refused;
import io.drivetrain.webui.client.Reply.Unreachable;
import io.drivetrain.webui.client.Reply.WrongParameter;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.RunState;
import io.drivetrain.webui.pipeline.Overview.Activity;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineServiceTest {
  private static final UUID DIALOG = UUID.fromString("6b1c1f7e-4a5b-4a7e-9f3e-0c1d2e3f4a5b");
  private static final String TRIGGER = "POST /pipelines/rents/runs";

  private PipelineDouble pipeline;
  private PipelineService service;

  @BeforeEach
  void start() throws IOException {
    pipeline = PipelineDouble.start();
    service = new PipelineService(new PipelineHttp(new Settings(pipeline.uri())));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void overviewHasEveryPipelineWithItsScheduleAndRuns() {
    PipelineFixtures.pipelines(pipeline);
    PipelineFixtures.runs(pipeline, PipelineFixtures.succeeded(PipelineFixtures.RUN));

    Overview overview = answer(service.overview());

    Activity rents = overview.pipelines().getFirst();
    assertThat(rents.pipeline().label()).isEqualTo("Rents");
    assertThat(rents.schedule().orElseThrow().next())
        .contains(Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(rents.schedule().orElseThrow().timeZone()).isEqualTo("UTC");
    assertThat(rents.runs()).extracting(Run::state).containsExactly(RunState.SUCCEEDED);
    assertThat(overview.of("by_hand").orElseThrow().schedule()).isEmpty();
    assertThat(overview.refused().getFirst().errors().getFirst().line()).isEqualTo(4);
    assertThat(overview.isActive()).isFalse();
  }

  @Test
  void parametersKeepTypeDefaultAndBounds() {
    PipelineFixtures.pipelines(pipeline);

    List<Parameter> parameters =
        answer(service.overview()).pipelines().getFirst().pipeline().parameters();

    assertThat(parameters)
        .extracting(Parameter::type)
        .containsExactly(
            Parameter.Type.FILE,
            Parameter.Type.INTEGER,
            Parameter.Type.NUMBER,
            Parameter.Type.BOOLEAN);
    assertThat(parameters.get(1).defaultValue()).isEqualTo(500);
    assertThat(parameters.get(1).max()).contains(5000.0);
    assertThat(parameters.get(2).max()).isEmpty();
  }

  @Test
  void refusalNamesEveryWrongParameter() {
    pipeline.on(
        TRIGGER,
        400,
        "application/problem+json",
        """
        {"type": "about:blank", "title": "The parameters are not those of the pipeline",
         "status": 400, "code": "parameters_refused", "detail": "train.trees must be at least 1.",
         "errors": [{"parameter": "train.trees", "message": "must be at least 1, not 0"}]}
        """);

    Reply<Run> reply = service.trigger("rents", DIALOG, Map.of("train.trees", 0), "");

    assertThat(reply)
        .isEqualTo(
            new Refused<Run>(
                new Refusal(
                    400,
                    "The parameters are not those of the pipeline",
                    "train.trees must be at least 1.",
                    List.of(new WrongParameter("train.trees", "must be at least 1, not 0")))));
  }

  @Test
  void errorPageOfAProxyIsARefusalWithoutItsText() {
    pipeline.on("GET /pipelines", 502, "text/html", "<h1>Bad Gateway</h1>");

    assertThat(service.overview())
        .isEqualTo(new Refused<Overview>(new Refusal(502, "HTTP 502", "", List.of())));
  }

  @Test
  void answerThatIsNoneOfAPipelineServiceCountsAsNoAnswer() {
    pipeline.on("GET /pipelines", 200, "text/html", "<h1>Welcome</h1>");

    assertThat(service.overview()).isEqualTo(new Unreachable<Overview>());
  }

  @Test
  void serviceThatIsAwayIsUnreachable() {
    pipeline.fallSilent();

    assertThat(service.overview()).isEqualTo(new Unreachable<Overview>());
  }

  @Test
  void sameRequestOfOneDialogHasOneKeyAndAnotherRequestAnother() {
    PipelineFixtures.pipelines(pipeline);
    pipeline.on(TRIGGER, PipelineFixtures.queued(PipelineFixtures.RUN));

    service.trigger("rents", DIALOG, Map.of("train.trees", 20), "a look");
    service.trigger("rents", DIALOG, Map.of("train.trees", 20), "a look");
    service.trigger("rents", DIALOG, Map.of("train.trees", 30), "a look");
    service.trigger("rents", UUID.randomUUID(), Map.of("train.trees", 20), "a look");

    List<String> keys =
        pipeline.requests(TRIGGER).stream().map(PipelineDouble.Request::key).toList();
    assertThat(keys).hasSize(4);
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.subList(1, 4)).doesNotHaveDuplicates();
    assertThat(pipeline.requests(TRIGGER).getFirst().body())
        .isEqualTo("{\"params\":{\"train.trees\":20},\"note\":\"a look\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../runs", "Rents", "rents?x=1", "rents/..", "rents%2F"})
  void whatIsNoIdNeverReachesAnAddress(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> service.pause(id, ""));

    assertThat(pipeline.requests()).isEmpty();
  }

  @Test
  void interruptedCallerGetsNoAnswer() {
    PipelineFixtures.pipelines(pipeline);
    Thread.currentThread().interrupt();

    assertThat(service.overview()).isEqualTo(new Unreachable<Overview>());
    assertThat(Thread.interrupted()).isTrue();
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
