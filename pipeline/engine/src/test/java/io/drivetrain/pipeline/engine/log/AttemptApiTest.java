package io.drivetrain.pipeline.engine.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class AttemptApiTest {
  @Inject Script script;
  @Inject AttemptLogs logs;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void listsTheTriesOfAStepInTheirOrder() {
    AtomicBoolean failed = new AtomicBoolean();
    script.on(
        "first",
        context -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("at first");
          }
          return new StepResult.Succeeded();
        });
    String id = Attempts.run(logs);

    JsonPath tries = given().get(Attempts.tries(id)).then().statusCode(200).extract().jsonPath();

    assertThat(tries.getList("attempt")).containsExactly(1, 2);
    assertThat(tries.getList("outcome")).containsExactly("RETRY", "SUCCEEDED");
    assertThat(tries.getString("[0].error")).startsWith("Unexpected error (incident");
    assertThat(tries.getString("[1].error")).isNull();
    assertThat(tries.getString("[0].owner")).matches("[^|/]+/" + ProcessHandle.current().pid());
    assertThat(tries.getMap("[0]").keySet())
        .containsExactly(
            "attempt", "outcome", "error", "owner", "startedAt", "endedAt", "logBytes");
    assertThat(tries.getInt("[1].logBytes")).isEqualTo(bytes(Attempts.log(id, 2)).length);
  }

  @Test
  void showsAWholeLogAsText() {
    String id = Attempts.run(logs);

    Response log = Attempts.log(id, 1);

    assertThat(log.statusCode()).isEqualTo(200);
    assertThat(log.contentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(log.header("Content-Length")).isEqualTo(String.valueOf(bytes(log).length));
    assertThat(log.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(log.header("Content-Range")).isNull();
    assertThat(Attempts.texts(log))
        .containsExactly(
            "INFO Step first_step started, attempt 1 of 3.", "INFO The step succeeded.");
  }

  @Test
  void showsAPartOfALog() {
    String id = Attempts.run(logs);
    String whole = Attempts.log(id, 1).asString();

    Response begin = part(id, "bytes=0-3");
    Response rest = part(id, "bytes=70-");
    Response several = part(id, "bytes=0-1,3-4");

    assertThat(begin.statusCode()).isEqualTo(206);
    assertThat(begin.asString()).isEqualTo(whole.substring(0, 4));
    assertThat(begin.header("Content-Range")).isEqualTo("bytes 0-3/" + whole.length());
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.asString()).isEqualTo(whole.substring(70));
    assertThat(several.statusCode()).isEqualTo(200);
    assertThat(several.asString()).isEqualTo(whole);
  }

  @Test
  void tellsTheSizeOfALogWithoutIt() {
    String id = Attempts.run(logs);

    Response head = given().head(Attempts.log(id, "1"));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("Content-Length"))
        .isEqualTo(String.valueOf(bytes(Attempts.log(id, 1)).length));
    assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(bytes(head)).isEmpty();
  }

  @Test
  void refusesAPartBehindTheEnd() {
    String id = Attempts.run(logs);
    int size = bytes(Attempts.log(id, 1)).length;

    Response behind = part(id, "bytes=%d-".formatted(size));

    assertThat(behind.statusCode()).isEqualTo(416);
    assertThat(behind.header("Content-Range")).isEqualTo("bytes */" + size);
    assertThat(behind.contentType()).startsWith("application/problem+json");
    assertThat(behind.jsonPath().getString("code")).isEqualTo("range_not_satisfiable");
    assertThat(behind.jsonPath().getInt("size")).isEqualTo(size);
  }

  @Test
  void knowsNoOtherTries() {
    String id = Attempts.run(logs);
    String unknown = "00000000-0000-7000-8000-000000000000";

    assertThat(
            refusals(
                Attempts.log(id, "2"),
                Attempts.log(id, "0"),
                Attempts.log(id, "x"),
                Attempts.tries(unknown),
                Attempts.tries(id).replace("first_step", "nothing")))
        .containsExactly(
            tuple(404, "There is no attempt '2'."),
            tuple(400, "The attempt must be a whole number from 1, not '0'."),
            tuple(400, "The attempt must be a whole number from 1, not 'x'."),
            tuple(404, "There is no run '%s'.".formatted(unknown)),
            tuple(404, "There is no step 'nothing'."));
  }

  private static Response part(String id, String range) {
    return given().header("Range", range).get(Attempts.log(id, "1"));
  }

  private static byte[] bytes(Response answer) {
    return answer.body().asByteArray();
  }

  private static List<Tuple> refusals(String... paths) {
    return Stream.of(paths)
        .map(path -> given().get(path))
        .map(answer -> tuple(answer.statusCode(), answer.jsonPath().getString("detail")))
        .toList();
  }
}
