package io.drivetrain.registry.evaluation;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evaluation datasets, as MLflow's suite and its Python client use them. */
@RegistryTest
class EvaluationTest {
  private static final String DATASETS = "/api/3.0/mlflow/datasets/";
  private static final String FIRST =
      """
      [{"inputs": {"question": "What is MLflow?"}, "expectations": {"answer": "A platform"},
        "tags": {"difficulty": "easy"}},
       {"inputs": {"question": "What is Python?", "n": null}, "outputs": {"score": 0.5},
        "source": {"source_type": "TRACE", "source_data": {"trace_id": "tr-1"}}}]
      """;
  private static final String SECOND =
      """
      [{"inputs": {"question": "What is MLflow?"},
        "expectations": {"answer": "An open platform", "short": true}, "tags": {"updated": "yes"}},
       {"inputs": {"n": null, "question": "What is Python?"}},
       {"inputs": {"question": "What is Docker?"}}]
      """;

  @Test
  void createsAndGets() {
    var experiment = newExperiment();

    var created =
        create("created", List.of(experiment), "{\"env\":\"test\",\"mlflow.user\":\"ann\"}");
    var found = ok(given().get("/ajax-api/3.0/mlflow/datasets/" + created.get("dataset_id")));

    assertThat(found.getMap("dataset")).isEqualTo(created);
    assertThat((String) created.get("dataset_id")).matches("d-[0-9a-f]{32}");
    assertThat(created)
        .containsEntry("experiment_ids", List.of(experiment))
        .containsEntry("created_by", "ann")
        .containsEntry("last_updated_by", "ann")
        .doesNotContainKeys("schema", "profile");
    assertThat(tags(found)).isEqualTo(Map.of("env", "test", "mlflow.user", "ann"));
    assertThat(
            ok(given().get(DATASETS + created.get("dataset_id") + "/experiment-ids"))
                .getList("experiment_ids"))
        .containsExactly(experiment);
  }

  @Test
  void searchesByExperimentTagAndName() {
    var first = newExperiment();
    var second = newExperiment();
    var prefix = unique("search");
    create(prefix + "-1", List.of(first), "{\"team\":\"ml\"}");
    create(prefix + "-2", List.of(first, second), "{\"team\":\"data\"}");
    create(prefix + "-3", List.of(second), "{\"team\":\"ml\"}");

    assertThat(search(Map.of("experiment_ids", List.of(first)), prefix))
        .containsExactly(prefix + "-2", prefix + "-1");
    assertThat(search(Map.of("filter_string", "tags.team = 'ml'"), prefix))
        .containsExactly(prefix + "-3", prefix + "-1");
    assertThat(search(Map.of("order_by", List.of("name ASC")), prefix))
        .containsExactly(prefix + "-1", prefix + "-2", prefix + "-3");
    assertThat(
            ok(given().queryParam("experiment_ids", first, second).get(DATASETS + "search"))
                .getList("datasets.name", String.class))
        .containsExactly(prefix + "-3", prefix + "-2", prefix + "-1");
  }

  @Test
  void pagesThroughASearch() {
    var experiment = newExperiment();
    var names = List.of("page-a", "page-b", "page-c");
    names.forEach(name -> create(name, List.of(experiment), "{}"));

    var first =
        ok(
            post(
                "search",
                Map.of(
                    "experiment_ids",
                    List.of(experiment),
                    "max_results",
                    2,
                    "order_by",
                    List.of("name"))));
    var second =
        ok(
            post(
                "search",
                Map.of(
                    "experiment_ids",
                    List.of(experiment),
                    "max_results",
                    2,
                    "order_by",
                    List.of("name"),
                    "page_token",
                    first.getString("next_page_token"))));

    assertThat(first.getList("datasets.name")).isEqualTo(names.subList(0, 2));
    assertThat(second.getList("datasets.name")).isEqualTo(names.subList(2, 3));
    assertThat(second.getString("next_page_token")).isNull();
  }

  @Test
  void changesTags() {
    var id = create("tags", List.of(), "{\"initial\":\"value\",\"env\":\"dev\"}").get("dataset_id");

    var set =
        json("{\"tags\":\"{\\\"env\\\":\\\"staging\\\",\\\"new/tag\\\":7,\\\"initial\\\":null}\"}")
            .patch(DATASETS + id + "/tags");

    assertThat(set.asString()).isEqualTo("{}");
    assertThat(tags(ok(given().get(DATASETS + id))))
        .isEqualTo(Map.of("env", "staging", "new/tag", "7"));
    assertThat(given().delete(DATASETS + id + "/tags/new/tag").asString()).isEqualTo("{}");
    assertThat(given().delete(DATASETS + id + "/tags/none").asString()).isEqualTo("{}");
    assertThat(tags(ok(given().get(DATASETS + id)))).isEqualTo(Map.of("env", "staging"));
  }

  @Test
  void mergesRecordsWithEqualInputs() {
    var id = create("records", List.of(), "{}").get("dataset_id");
    var empty = ok(given().get(DATASETS + id)).getString("dataset.digest");

    assertThat(post(id + "/records", Map.of("records", FIRST)).asString())
        .isEqualTo("{\"inserted_count\":2,\"updated_count\":0}");
    assertThat(post(id + "/records", Map.of("records", SECOND, "updated_by", "bob")).asString())
        .isEqualTo("{\"inserted_count\":1,\"updated_count\":2}");

    var dataset = ok(given().get(DATASETS + id));
    assertThat(dataset.getString("dataset.profile")).isEqualTo("{\"num_records\":3}");
    assertThat(dataset.getString("dataset.schema")).contains("\"question\":\"string\"");
    assertThat(dataset.getString("dataset.last_updated_by")).isEqualTo("bob");
    assertThat(dataset.getString("dataset.digest")).isNotEqualTo(empty);
    var records = records(ok(given().get(DATASETS + id + "/records")));
    assertThat(records.getList("inputs.question"))
        .containsExactly("What is MLflow?", "What is Python?", "What is Docker?");
    assertThat(records.getMap("[0].expectations"))
        .isEqualTo(Map.of("answer", "An open platform", "short", true));
    assertThat(records.getMap("[0].tags"))
        .isEqualTo(Map.of("difficulty", "easy", "updated", "yes"));
    assertThat(records.getMap("[1].inputs")).containsKeys("n", "question");
    assertThat(records.getString("[1].source_type")).isEqualTo("TRACE");
    assertThat(records.getString("[1].source_id")).isEqualTo("tr-1");
    assertThat(records.getString("[1].dataset_id")).isEqualTo(id);
    assertThat(records.getString("[1].dataset_record_id")).matches("dr-[0-9a-f]{32}");
    assertThat(records.getMap("[1]")).containsKeys("created_time", "last_update_time");
  }

  @Test
  void pagesThroughRecordsAndDeletesSome() {
    var id = create("pages", List.of(), "{}").get("dataset_id");
    ok(post(id + "/records", Map.of("records", SECOND)));

    var first = ok(given().queryParam("max_results", 2).get(DATASETS + id + "/records"));
    var second =
        ok(
            given()
                .queryParams("max_results", 2, "page_token", first.getString("next_page_token"))
                .get(DATASETS + id + "/records"));

    assertThat(records(first).getList("$")).hasSize(2);
    assertThat(records(second).getList("inputs.question")).containsExactly("What is Docker?");
    assertThat(second.getString("next_page_token")).isNull();
    var ids = records(first).getList("dataset_record_id", String.class);
    assertThat(
            json(Map.of("dataset_record_ids", List.of(ids.getFirst(), "dr-none")))
                .delete(DATASETS + id + "/records")
                .asString())
        .isEqualTo("{\"deleted_count\":1}");
    assertThat(records(ok(given().get(DATASETS + id + "/records"))).getList("$")).hasSize(2);
  }

  @Test
  void belongsToExperiments() {
    var one = newExperiment();
    var two = newExperiment();
    var three = newExperiment();
    var id = create("experiments", List.of(one), "{}").get("dataset_id");

    var added =
        ok(post(id + "/add-experiments", Map.of("experiment_ids", List.of(one, two, three))));
    var removed =
        ok(post(id + "/remove-experiments", Map.of("experiment_ids", List.of(two, "987654321"))));
    var none = ok(post(id + "/remove-experiments", Map.of("experiment_ids", List.of(one, three))));

    assertThat(added.getList("dataset.experiment_ids")).containsExactly(one, two, three);
    assertThat(removed.getList("dataset.experiment_ids")).containsExactly(one, three);
    assertThat(none.getMap("dataset")).doesNotContainKey("experiment_ids");
    assertThat(given().get(DATASETS + id + "/experiment-ids").asString()).isEqualTo("{}");
    refused(
        post(id + "/add-experiments", Map.of("experiment_ids", List.of("987654321"))),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void deletes() {
    var id = create("deleted", List.of("0"), "{}").get("dataset_id");
    ok(post(id + "/records", Map.of("records", FIRST)));

    assertThat(given().delete(DATASETS + id).asString()).isEqualTo("{}");

    refused(given().get(DATASETS + id), 404, "RESOURCE_DOES_NOT_EXIST");
    refused(given().get(DATASETS + id + "/records"), 404, "RESOURCE_DOES_NOT_EXIST");
    refused(given().delete(DATASETS + id), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\",\"tags\":\"nonsense\"} | tags",
        "{\"name\":\"x\",\"tags\":\"[]\"} | tags",
        "{\"name\":\"x\",\"tags\":\"{\\\"a?\\\":1}\"} | \"a?\"",
        "{\"name\":\"x\",\"tags\":\"{\\\"a\\\":\\\"\\\\u0000\\\"}\"} | tags",
        "{\"name\":\"x\",\"experiment_ids\":[\"y\"]} | y"
      })
  void refusesWhatItCannotKeep(String body, String about) {
    var answer = json(body).post(DATASETS + "create");

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message")).contains(about);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "[1]",
        "[{}]",
        "[{\"inputs\":[]}]",
        "nonsense",
        "[{\"inputs\":{},\"tags\":7}]"
      })
  void refusesRecordsWithoutInputs(String records) {
    var id = create("wrong", List.of(), "{}").get("dataset_id");

    refused(post(id + "/records", Map.of("records", records)), 400, "INVALID_PARAMETER_VALUE");
  }

  private static Map<String, Object> create(String name, List<String> experiments, String tags) {
    return ok(post("create", Map.of("name", name, "experiment_ids", experiments, "tags", tags)))
        .getMap("dataset");
  }

  private static List<String> search(Map<String, ?> query, String prefix) {
    return ok(post("search", query)).getList("datasets.name", String.class).stream()
        .filter(name -> name.startsWith(prefix + "-"))
        .toList();
  }

  private static Map<String, String> tags(JsonPath answer) {
    return JsonPath.from(answer.getString("dataset.tags")).getMap("");
  }

  private static JsonPath records(JsonPath answer) {
    return JsonPath.from(answer.getString("records"));
  }

  private static Response post(String endpoint, Object body) {
    return json(body).post(DATASETS + endpoint);
  }

  private static RequestSpecification json(Object body) {
    return given().contentType("application/json").body(body);
  }
}
