package io.drivetrain.pipeline.engine.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class LogFollowTest {
  private static final Logger LOG = Logger.getLogger("a.step");

  @Inject Script script;
  @Inject Database database;
  @Inject AttemptLogs logs;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void tellsALogWhileItGrows() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          LOG.info("wäiting");
          begun.countDown();
          go.await();
          LOG.info("one\ntwo");
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();
    begun.await();

    List<String> told;
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> lines =
            client.send(Attempts.following(id).build(), BodyHandlers.ofLines()).body()) {
      told =
          lines
              .peek(line -> {
                if (line.contains("wäiting")) {
                  go.countDown(); // it goes on only after the stream has told of it
                }
              })
              .toList();
    }

    assertThat(told)
        .filteredOn(line -> line.startsWith("data:"))
        .map(line -> line.replaceFirst("^data:[^ ]+Z ", ""))
        .containsExactly(
            "INFO Step first_step started, attempt 1 of 3.",
            "INFO wäiting",
            "INFO one",
            "data:  two",
            "INFO The step succeeded.",
            "data:{\"outcome\":\"SUCCEEDED\"}");
    assertThat(told)
        .filteredOn(line -> line.startsWith("event:"))
        .startsWith("event:log")
        .endsWith("event:end");
  }

  @Test
  void goesOnBehindTheBytesThatWereSeen() throws Exception {
    String id = Attempts.run(logs);
    String whole = Attempts.log(id, 1).asString();
    int second = whole.indexOf('\n') + 1;

    List<String> rest = follow(id, second);
    List<String> nothing = follow(id, whole.length());

    assertThat(rest)
        .filteredOn(line -> line.matches("(id|data|event):.*"))
        .containsExactlyInAnyOrder(
            "event:log",
            "id:" + whole.length(),
            "data:" + whole.substring(second).strip(),
            "event:end",
            "data:{\"outcome\":\"SUCCEEDED\"}");
    assertThat(nothing)
        .filteredOn(line -> line.matches("(id|data|event):.*"))
        .containsExactlyInAnyOrder("event:end", "data:{\"outcome\":\"SUCCEEDED\"}");
  }

  @Test
  void endsTheLogOfAWorkerThatWasKilled() throws Exception {
    UUID id = UUID.fromString(Attempts.run(logs));
    database.update(
        """
        insert into step_attempt
          (run_id, step, fence, attempt, owner, started_at, ended_at, outcome, error)
        values (?, 'first_step', 0, 1, 'another-machine|boot|pid:[1]/4711/1700000000000',
          clock_timestamp() - interval '1 hour', clock_timestamp() - interval '1 minute',
          'LEASE_LOST', 'The worker died.')
        """,
        id);
    try (AttemptLog log = logs.open(id, "first_step", 0)) {
      log.tell(Instant.EPOCH, LogLevel.INFO, "tree 7 of 500");
      logs.flush();

      JsonPath tries = given().get(Attempts.tries(id.toString())).jsonPath();
      List<String> told = follow(id.toString(), 0);

      assertThat(tries.getList("owner")).startsWith("another-machine/4711");
      assertThat(Attempts.log(id.toString(), 1).asString())
          .isEqualTo("1970-01-01T00:00:00.000Z INFO tree 7 of 500\n");
      assertThat(told)
          .contains(
              "data:1970-01-01T00:00:00.000Z INFO tree 7 of 500",
              "event:end",
              "data:{\"outcome\":\"LEASE_LOST\",\"error\":\"The worker died.\"}");
    }
  }

  @Test
  void refusesAPlaceThatIsNoNumber() {
    String id = Attempts.run(logs);

    Response wrong =
        given()
            .accept("text/event-stream")
            .header("Last-Event-ID", "-1")
            .get(Attempts.log(id, "1"));

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.jsonPath().getString("detail"))
        .isEqualTo("Last-Event-ID must be the id of an event, a number.");
  }

  private static List<String> follow(String id, int position) throws Exception {
    HttpRequest request =
        Attempts.following(id).header("Last-Event-ID", String.valueOf(position)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofLines()).body().toList();
    }
  }
}
