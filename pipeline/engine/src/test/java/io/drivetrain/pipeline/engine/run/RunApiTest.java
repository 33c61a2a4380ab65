package io.drivetrain.pipeline.engine.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PipelineTest
class RunApiTest {
  @Inject Script script;
  @Inject Database database;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void answersATriggerWithTheRunAndItsPlace() {
    Response created =
        Pipelines.trigger("{\"params\":{\"train.trees\":2,\"quick\":true},\"note\":\"a try\"}");
    JsonPath run = created.jsonPath();
    Pipelines.ended(run.getString("id"));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("Location")).endsWith("/api/v1/runs/" + run.getString("id"));
    assertThat(UUID.fromString(run.getString("id")).version()).isEqualTo(7);
    assertThat(run.getString("pipeline")).isEqualTo("scripted");
    assertThat(run.getString("trigger")).isEqualTo("API");
    assertThat(run.getString("note")).isEqualTo("a try");
    assertThat(run.getMap("params"))
        .isEqualTo(
            Map.of(
                "data",
                "cars.csv",
                "train.trees",
                2,
                "train.rate",
                0.1f,
                "quick",
                true,
                "title",
                "none"));
    assertThat(run.getList("steps.step"))
        .containsExactly("first_step", "second_step", "last_step", "report");
    assertThat(run.getString("definitionVersion")).hasSize(64);
  }

  @Test
  void takesAnEmptyBodyForTheDefaults() throws IOException, InterruptedException {
    URI uri =
        URI.create("http://localhost:" + RestAssured.port + "/api/v1/pipelines/scripted/runs");
    HttpRequest bare = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> created = client.send(bare, BodyHandlers.ofString());
      Pipelines.ended(JsonPath.from(created.body()).getString("id"));

      assertThat(created.statusCode()).isEqualTo(201);
    }
  }

  @Test
  void answersAWaitWhenTheRunEnds() {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();

    JsonPath early = given().get("/api/v1/runs/" + id + "?wait=1ms").jsonPath();
    go.countDown();
    JsonPath ended = Pipelines.ended(id);

    assertThat(early.getString("state")).isEqualTo("RUNNING");
    assertThat(early.getString("endedAt")).isNull();
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(ended.getString("endedAt")).isNotNull();
  }

  @Test
  void namesEveryWrongParameterAndTheAcceptedOnes() {
    Response refused =
        Pipelines.trigger(
            """
            {"params": {"train.trees": "many", "train.rate": null, "quick": 1, "tittle": "x",
                        "data": "gone.csv", "title": ["x"]}}
            """);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getString("code")).isEqualTo("parameters_refused");
    assertThat(refused.jsonPath().<Map<String, String>>getList("errors"))
        .containsExactlyInAnyOrder(
            wrong("tittle", "is not a parameter of this pipeline"),
            wrong("train.trees", "must be a whole number, not 'many'"),
            wrong("train.rate", "must be a number, not null"),
            wrong("quick", "must be true or false, not '1'"),
            wrong("title", "must be a text, not '[x]'"),
            wrong("data", "there is no file 'gone.csv' in the data folder"));
    assertThat(refused.jsonPath().getList("accepted"))
        .containsExactly("data", "train.trees", "train.rate", "quick", "title");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0       | must be at least 1, not 0",
        "5001    | must be at most 5000, not 5001",
        "2.5     | must be a whole number, not '2.5'",
        "9999999999 | must be a whole number, not '9999999999'"
      })
  void keepsNumbersWithinTheirBounds(String value, String message) {
    Response refused = Pipelines.trigger("{\"params\":{\"train.trees\":" + value + "}}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors.message")).containsExactly(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../cars.csv",
        "raw/../../etc/passwd",
        "..\\\\..\\\\etc\\\\passwd",
        "%2e%2e%2fcars.csv",
        "%252e%252e%252fcars.csv",
        "/etc/passwd",
        "C:/Windows/win.ini",
        "file:///etc/passwd",
        "http:///#/../../etc/passwd",
        "cars.csv\\u0000.png",
        "cars.csv/",
        "./cars.csv",
        "cars.csv?x",
        "cars.csv#x",
        "\\u2025/etc/passwd",
        "~/.ssh/id_rsa",
        ".",
        ""
      })
  void readsNothingOutsideOfTheDataFolder(String path) {
    Response refused = Pipelines.trigger("{\"params\":{\"data\":\"" + path + "\"}}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors.parameter")).containsExactly("data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/runs?pipeline=a%00",
        "/api/v1/runs/0-0-0-0-0/steps/a%00/attempts",
        "/api/v1/runs/0-0-0-0-0/steps/a%00/attempts/1/log",
        "/api/v1/pipelines/a%00/runs"
      })
  void takesNoAddressThatTheDatabaseCouldNotLookFor(String address) {
    Response refused = given().urlEncodingEnabled(false).get(address);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.contentType()).isEqualTo("application/problem+json");
    assertThat(refused.jsonPath().getString("detail"))
        .isEqualTo("An address may not contain a NUL (%00).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"params\": {\"train.trees\": 2,}} | The body is not JSON: line 1, column 30: expected the name",
        "{\"prams\": {}}                     | 'prams' is not a known field; did you mean 'params'? Known fields: dryRun, labels, note, params.",
        "{\"params\": [1]}                   | 'params' must be an object, not an array.",
        "{\"labels\": {\"a b\": \"c\"}} | A label's name must have 1 to 63",
        "{\"labels\": {\"a\": null}}   | Label 'a' needs a text",
        "[]                                  | The body must be a JSON object.",
        "null                                | The body must be a JSON object",
        "{} {}                               | The body is not JSON: line 1, column 4: nothing may follow",
        "{\"note\": 5}                        | 'note' must be text, not 5.",
        "{\"labels\": {\"a\": 1}}              | 'labels.a' must be text, not 1.",
        "{\"note\": \"a\\u0000b\"} | may have at most 1000 characters, and no NUL",
        "{\"note\": \"a\", \"note\": \"b\"} | the field 'note' is there twice"
      })
  void saysWhereABodyIsBroken(String body, String cause) {
    Response refused = Pipelines.trigger(body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("malformed_request");
    assertThat(refused.jsonPath().getString("detail"))
        .contains(cause)
        .doesNotContain("java", "jackson");
  }

  @Test
  void makesOneRunOfOneIdempotencyKey() {
    String key = UUID.randomUUID().toString();

    List<Response> answers =
        Stream.generate(() -> triggerWithKey(key, "{\"note\":\"once\"}"))
            .parallel()
            .limit(16)
            .toList();
    Response otherBody = triggerWithKey(key, "{\"note\":\"twice\"}");
    Pipelines.ended(answers.getFirst().path("id"));

    assertThat(answers)
        .extracting(answer -> answer.<String>path("id"))
        .containsOnly(answers.getFirst().<String>path("id"));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> "true".equals(answer.header("Idempotent-Replay")))
        .hasSize(15);
    assertThat(otherBody.statusCode()).isEqualTo(422);
  }

  @Test
  void pagesRunsByKeyLatestFirst() {
    List<String> ids = Stream.generate(Pipelines::triggered).limit(5).toList();
    ids.forEach(Pipelines::ended);

    JsonPath first = given().get("/api/v1/runs?pipeline=scripted&limit=2").jsonPath();
    JsonPath second =
        given()
            .queryParam("cursor", first.getString("nextCursor"))
            .get("/api/v1/runs?pipeline=scripted&limit=2")
            .jsonPath();

    assertThat(first.getList("runs.id")).containsExactly(ids.get(4), ids.get(3));
    assertThat(second.getList("runs.id")).containsExactly(ids.get(2), ids.get(1));
  }

  @Test
  void filtersRunsByLabelsAndTime() {
    String other = Pipelines.trigger("{\"labels\":{\"team\":\"sales\"}}").path("id");
    Pipelines.ended(other);
    String id =
        Pipelines.trigger("{\"labels\":{\"team\":\"pricing\",\"why\":\"drift\"}}").path("id");
    JsonPath run = Pipelines.ended(id);
    String at = run.getString("createdAt");

    JsonPath labelled = given().get("/api/v1/runs?label=team:pricing&label=why:drift").jsonPath();
    JsonPath unlabelled = given().get("/api/v1/runs?label=team:nobody").jsonPath();
    JsonPath since = given().queryParam("from", at).get("/api/v1/runs").jsonPath();
    JsonPath before =
        given().queryParam("to", at).get("/api/v1/runs?label=team:pricing").jsonPath();

    assertThat(run.getMap("labels")).isEqualTo(Map.of("team", "pricing", "why", "drift"));
    assertThat(labelled.getList("runs.id")).containsExactly(id);
    assertThat(unlabelled.getList("runs.id")).isEmpty();
    assertThat(since.getList("runs.id")).containsExactly(id);
    assertThat(before.getList("runs.id")).isEmpty();
  }

  @Test
  void filtersRunsByStateAndPipeline() {
    script.on("first", context -> new StepResult.Rejected("no"));
    String rejected = Pipelines.triggered();
    Pipelines.ended(rejected);

    JsonPath ofState = given().get("/api/v1/runs?state=REJECTED&limit=1").jsonPath();
    JsonPath ofOther = given().get("/api/v1/runs?pipeline=other").jsonPath();

    assertThat(ofState.getList("runs.id")).containsExactly(rejected);
    assertThat(ofOther.getList("runs")).isEmpty();
    assertThat(ofOther.getString("nextCursor")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/runs?limit=0, 400",
    "/api/v1/runs?limit=201, 400",
    "/api/v1/runs?limit=many, 400",
    "/api/v1/runs?state=DONE, 400",
    "/api/v1/runs?from=yesterday, 400",
    "/api/v1/runs?label=team, 400",
    "/api/v1/runs?cursor=abc, 400",
    "/api/v1/runs/nothing, 404",
    "/api/v1/runs/01890a5d-ac96-774b-bcce-b302099a8057, 404",
    "/api/v1/runs/01890a5d-ac96-774b-bcce-b302099a8057?wait=long, 400",
    "/api/v1/nowhere, 404",
    "/api/nowhere, 404"
  })
  void answersWrongQuestionsWithAProblem(String path, int status) {
    Response refused = given().get(path);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(refused.jsonPath().getString("detail")).isNotBlank();
  }

  @Test
  void knowsNoOtherPipelines() {
    Response refused =
        given().contentType("application/json").body("{}").post("/api/v1/pipelines/broken/runs");

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.jsonPath().getString("detail")).isEqualTo("There is no pipeline 'broken'.");
  }

  @Test
  void takesJsonOnly() {
    Response refused =
        given().contentType("text/plain").body("{}").post("/api/v1/pipelines/scripted/runs");

    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("unsupported_media_type");
  }

  @Test
  void doesNotDeleteRuns() {
    Response refused = given().delete("/api/v1/runs");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.contentType()).startsWith("application/problem+json");
  }

  @Test
  void takesNoEndlessBodies() {
    Response refused = Pipelines.trigger("{\"note\":\"" + "x".repeat(300_000) + "\"}");

    assertThat(refused.statusCode()).isEqualTo(413);
  }

  @Test
  void takesNoEndlessNotes() {
    Response refused = Pipelines.trigger("{\"note\":\"" + "x".repeat(1001) + "\"}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail"))
        .isEqualTo("'note' may have at most 1000 characters, and no NUL.");
  }

  @Test
  void refusesPagesOfOtherSites() {
    Response byOrigin =
        given().header("Origin", "https://evil.example").post("/api/v1/pipelines/scripted/runs");
    Response byHost =
        given().header("Host", "evil.example").post("/api/v1/pipelines/scripted/runs");

    assertThat(byOrigin.statusCode()).isEqualTo(403);
    assertThat(byHost.statusCode()).isEqualTo(403);
  }

  @Test
  void tellsAnUnexpectedErrorOnlyToTheLog() {
    String id = Pipelines.triggered();
    Pipelines.ended(id);
    database.update("update pipeline_run set params = '[]' where id = ?", UUID.fromString(id));

    Response broken = given().get("/api/v1/runs/" + id);
    database.update("update pipeline_run set params = '{}' where id = ?", UUID.fromString(id));

    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.jsonPath().getString("detail"))
        .matches(
            "An unexpected error occurred\\. The server's log has it under the id [0-9a-f-]{36}\\.");
    assertThat(broken.asString()).doesNotContain("Exception", "java");
  }

  private static Map<String, String> wrong(String parameter, String message) {
    return Map.of("field", parameter, "parameter", parameter, "message", message);
  }

  private static Response triggerWithKey(String key, String body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/pipelines/scripted/runs");
  }
}
