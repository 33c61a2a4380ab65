package io.drivetrain.webui.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Parameter;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.Refusal.WrongParameter;
import io.drivetrain.webui.pipeline.Overview.Activity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class PipelineServiceTest {
  private static final UUID DIALOG = UUID.fromString("6b1c1f7e-4a5b-4a7e-9f3e-0c1d2e3f4a5b");
  private static final String TRIGGER = "POST /pipelines/rents/runs";

  @Inject PipelineService service;
  PipelineDouble pipeline;

  @BeforeEach
  void forget() {
    pipeline.forget();
  }

  @Test
  void overviewHasEveryPipelineWithItsScheduleAndRuns() {
    PipelineFixtures.pipelines(pipeline);
    PipelineFixtures.runs(pipeline, PipelineFixtures.succeeded(PipelineFixtures.RUN));

    Overview overview = service.overview();

    Activity rents = overview.pipelines().getFirst();
    assertThat(rents.pipeline().label()).isEqualTo("Rents");
    assertThat(rents.schedule().orElseThrow().next())
        .contains(Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(rents.schedule().orElseThrow().timeZone()).isEqualTo("Z");
    assertThat(rents.runs()).extracting(RunDetails::state).containsExactly(RunState.SUCCEEDED);
    assertThat(overview.of("by_hand").orElseThrow().schedule()).isEmpty();
    assertThat(overview.refused().getFirst().errors().getFirst().line()).isEqualTo(4);
  }

  @Test
  void parametersKeepTypeDefaultAndBounds() {
    PipelineFixtures.pipelines(pipeline);

    List<Parameter> parameters = service.overview().pipelines().getFirst().pipeline().parameters();

    assertThat(parameters)
        .extracting(Parameter::type)
        .containsExactly(
            ParameterType.FILE, ParameterType.INTEGER, ParameterType.NUMBER, ParameterType.BOOLEAN);
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

    assertThat(failure(() -> service.trigger("rents", DIALOG, Map.of("train.trees", 0), "")))
        .contains(
            new Refusal(
                400,
                "parameters_refused",
                "The parameters are not those of the pipeline",
                "train.trees must be at least 1.",
                List.of(new WrongParameter("train.trees", "must be at least 1, not 0"))));
  }

  @Test
  void errorPageOfAProxyIsARefusalWithoutItsText() {
    pipeline.on("GET /pipelines", 502, "text/html", "<h1>Bad Gateway</h1>");

    assertThat(failure(service::overview))
        .contains(new Refusal(502, "", "HTTP 502", "", List.of()));
  }

  @Test
  void answerThatIsNoneOfAPipelineServiceCountsAsNoAnswer() {
    pipeline.on("GET /pipelines", 200, "text/html", "<h1>Welcome</h1>");

    assertThat(failure(service::overview)).isEmpty();
  }

  @Test
  void serviceThatIsAwayIsUnreachable() {
    pipeline.fallSilent();

    assertThat(failure(service::overview)).isEmpty();
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

    // An open page of another test may still ask for the overview.
    assertThat(pipeline.requests()).noneMatch(request -> request.call().startsWith("POST"));
  }

  @Test
  void interruptedCallerGetsNoAnswer() {
    PipelineFixtures.pipelines(pipeline);
    Thread.currentThread().interrupt();

    assertThat(failure(service::overview)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void runsArePagedByTheCursorOfThePageBefore() {
    pipeline
        .on(
            "GET /runs?limit=1&pipeline=rents",
            "{\"runs\": [%s], \"nextCursor\": \"c1\"}"
                .formatted(PipelineFixtures.succeeded(PipelineFixtures.RUN)))
        .on(
            "GET /runs?limit=1&pipeline=rents&cursor=c1",
            "{\"runs\": [%s], \"nextCursor\": null}"
                .formatted(PipelineFixtures.rejected(PipelineFixtures.OTHER_RUN)));

    RunPage first = service.runs("rents", 1, Optional.empty());
    RunPage last = service.runs("rents", 1, first.nextCursor());

    assertThat(last.runs()).extracting(RunDetails::id).containsExactly(PipelineFixtures.OTHER_RUN);
    assertThat(last.nextCursor()).isEmpty();
  }

  private static Optional<Refusal> failure(ThrowingCallable call) {
    return catchThrowableOfType(PipelineCallException.class, call).refusal();
  }
}
