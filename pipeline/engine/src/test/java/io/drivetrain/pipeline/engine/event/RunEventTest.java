package io.drivetrain.pipeline.engine.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class RunEventTest {
  @Inject Script script;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void tellsEverythingOfARunThatHasEnded() throws Exception {
    String id = Pipelines.trigger("exclusive", "{}").path("id");
    Pipelines.ended(id);

    List<String> lines = follow(id, null);

    assertThat(lines)
        .filteredOn(line -> line.startsWith("id:"))
        .containsExactly("id:1", "id:2", "id:3", "id:4", "id:5");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("event:"))
        .containsExactly(
            "event:run", "event:run", "event:step", "event:step", "event:run", "event:end");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("data:"))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"state\":\"QUEUED\""),
            line -> assertThat(line).contains("\"state\":\"RUNNING\""),
            line ->
                assertThat(line)
                    .contains("\"step\":\"first_step\",\"state\":\"RUNNING\",\"attempt\":1"),
            line -> assertThat(line).contains("\"step\":\"first_step\",\"state\":\"SUCCEEDED\""),
            line -> assertThat(line).contains("\"state\":\"SUCCEEDED\"").doesNotContain("step"),
            line -> assertThat(line).isEqualTo("data:{}"));
  }

  @Test
  void goesOnAfterTheLastEventThatWasSeen() throws Exception {
    String id = Pipelines.trigger("exclusive", "{}").path("id");
    Pipelines.ended(id);

    List<String> lines = follow(id, "3");

    assertThat(lines).filteredOn(line -> line.startsWith("id:")).containsExactly("id:4", "id:5");
  }

  @Test
  void tellsOfARunWhileItGoesOn() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String id = Pipelines.trigger("exclusive", "{}").path("id");

    List<String> states;
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> lines = client.send(request(id), BodyHandlers.ofLines()).body()) {
      states =
          lines
              .peek(line -> {
                if (line.contains("first_step")) {
                  go.countDown(); // it ends only after the stream has told that it runs
                }
              })
              .filter(line -> line.startsWith("event:"))
              .toList();
    }

    assertThat(states)
        .containsExactly(
            "event:run", "event:run", "event:step", "event:step", "event:run", "event:end");
  }

  @Test
  void tellsTheProgressOfAStep() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          context.progress().report("half of it", 0.5);
          go.await();
          return new StepResult.Succeeded();
        });
    String id = Pipelines.trigger("exclusive", "{}").path("id");

    List<String> told;
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> lines = client.send(request(id), BodyHandlers.ofLines()).body()) {
      told =
          lines
              .filter(line -> line.contains("half of it"))
              .peek(line -> go.countDown()) // it ends only after the stream has told its progress
              .toList();
    }

    assertThat(told)
        .containsExactly("data:{\"step\":\"first_step\",\"text\":\"half of it\",\"fraction\":0.5}");
  }

  @Test
  void tellsWhichRunsChange() throws Exception {
    HttpRequest all =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/api/v1/events"))
            .build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      Iterator<String> data =
          client
              .send(all, BodyHandlers.ofLines())
              .body()
              .filter(line -> line.startsWith("data:"))
              .iterator();
      assertThat(data.next()).isEqualTo("data:{}"); // connected
      String id = Pipelines.trigger("exclusive", "{}").path("id");

      String told = data.next();
      while (!told.contains(id)) {
        told = data.next(); // of a run of another test
      }

      assertThat(told).isEqualTo("data:{\"runId\":\"%s\"}".formatted(id));
      client.shutdownNow(); // the stream has no end
    }
  }

  @Test
  void knowsNoEventsOfOtherRuns() {
    Response unknown = given().get("/api/v1/runs/00000000-0000-7000-8000-000000000000/events");
    String id = Pipelines.trigger("exclusive", "{}").path("id");
    Pipelines.ended(id);
    Response wrong = given().header("Last-Event-ID", "x").get("/api/v1/runs/" + id + "/events");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.jsonPath().getString("detail"))
        .isEqualTo("Last-Event-ID must be the id of an event, a number.");
  }

  private static List<String> follow(String id, String lastEventId) throws Exception {
    HttpRequest.Builder builder = HttpRequest.newBuilder(events(id));
    if (lastEventId != null) {
      builder.header("Last-Event-ID", lastEventId);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(builder.build(), BodyHandlers.ofLines()).body().toList();
    }
  }

  private static HttpRequest request(String id) {
    return HttpRequest.newBuilder(events(id)).build();
  }

  private static URI events(String id) {
    return URI.create("http://localhost:" + RestAssured.port + "/api/v1/runs/" + id + "/events");
  }
}
