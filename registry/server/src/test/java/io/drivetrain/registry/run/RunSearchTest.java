package io.drivetrain.registry.run;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Six runs, a to f, started one after the other; what they logged stands in {@link #fill}. */
@RegistryTest
class RunSearchTest {
  private static String experiment;

  /** Once: RestAssured knows the port only when a test begins. */
  @BeforeEach
  void fill() {
    if (experiment != null) {
      return;
    }
    experiment = newExperiment();
    run("a", 1, List.of(point("m", 1, 1, 1)), Map.of("p", "10"), Map.of("t", "x"));
    run("b", 2, List.of(point("m", 2, 1, 1)), Map.of("p", "9"), Map.of("t", "X"));
    run("c", 3, List.of(point("m", 3, 1, 1)), Map.of("p", "it's"), Map.of());
    run("d", 4, List.of(point("m", "NaN", 1, 1)), Map.of(), Map.of("t", "50%"));
    run("e", 5, List.of(point("m", "Infinity", 1, 1)), Map.of(), Map.of("t", ""));
    run("f", 6, List.of(), Map.of("key with space", "1"), Map.of());
  }

  private void run(
      String name,
      long start,
      List<Map<String, Object>> metrics,
      Map<String, String> params,
      Map<String, String> tags) {
    var id =
        ok(post(
                "runs/create",
                Map.of(
                    "experiment_id", experiment,
                    "run_name", name,
                    "user_id", "user-" + name,
                    "start_time", start)))
            .getString("run.info.run_id");
    var paramList = params.entrySet().stream().map(p -> tag(p.getKey(), p.getValue())).toList();
    var tagList = tags.entrySet().stream().map(t -> tag(t.getKey(), t.getValue())).toList();
    ok(
        post(
            "runs/log-batch",
            Map.of("run_id", id, "metrics", metrics, "params", paramList, "tags", tagList)));
  }

  private String find(Map<String, ?> query) {
    var body = new HashMap<String, Object>(query);
    body.put("experiment_ids", List.of(experiment));
    var names = ok(post("runs/search", body)).getList("runs.info.run_name", String.class);
    return names == null ? "" : String.join("", names);
  }

  @Test
  void showsTheYoungestFirst() {
    assertThat(find(Map.of())).isEqualTo("fedcba");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "metrics.m > 1 | ecb",
        "metrics.m >= 1.0 and metric.m < 3 | ba",
        "metrics.m != 2 | eca",
        "metrics.m = 0 | ",
        "metrics.m < 5 | cba",
        "params.p = '10' | a",
        "params.p = \"it's\" | c",
        "params.p != '10' | cb",
        "param.p LIKE '1%' | a",
        "parameters.`key with space` = '1' | f",
        "params.\"key with space\" = '1' | f",
        "params.p IS NULL | fed",
        "params.p IS NOT NULL AND tags.t IS NULL | c",
        "tags.t = 'x' | a",
        "tags.t ILIKE 'X' | ba",
        "tags.t LIKE '50\\' | ",
        "tags.t LIKE '5_%' | d",
        "tag.t = '' | e",
        "tags.none != 'x' | ",
        "attributes.run_name = 'c' | c",
        "attr.`run name` LIKE 'c' | c",
        "tags.mlflow.runName = 'd' | d",
        "user_id ILIKE 'USER-E' | e",
        "status = 'RUNNING' AND start_time > 4 | fe",
        "attributes.start_time <= 2 | ba",
        "run.end_time > 0 | ",
        "artifact_uri LIKE '%' AND created = 3 | c",
        "run_id IN ('none') | ",
        "run_id NOT IN ('none') AND start_time = 1 | a",
        "metrics.`m` = 1 AND | a",
        "params.p IN ('10', '9') | ba",
        "params.p NOT IN ('10') | cb",
        "status IN ('RUNNING') AND tags.t in (\"X\") | b",
        "params.p = '10' OR tags.t = '50%' | da",
        "NOT params.p = '10' | fedcb",
        "NOT metrics.m > 1 | fda",
        "NOT end_time > 0 AND NOT (start_time > 2 OR tags.t = 'x') | b",
        "(params.p = '9' OR params.p = '10') AND metrics.m < 2 | a",
        "params.p = '9' OR params.p = '10' AND metrics.m > 2 | b"
      })
  void findsWhatTheFilterSays(String filter, String names) {
    assertThat(find(Map.of("filter", filter))).isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics.m ASC | abcedf",
        "metrics.m DESC | ecbadf",
        "params.`key with space` | fedcba",
        "start_time ASC | abcdef",
        "attributes.run_name desc | fedcba",
        "status | fedcba"
      })
  void putsValuesBeforeNanAndNanBeforeNothing(String order, String names) {
    assertThat(find(Map.of("order_by", List.of(order)))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "'', 4",
    "metrics.m ASC, 1",
    "metrics.m ASC, 2",
    "metrics.m DESC, 1",
    "metrics.m DESC, 4",
    "start_time ASC, 1"
  })
  void pagesWithoutLosingOrRepeatingARun(String order, int size) {
    var orderBy = order.isEmpty() ? List.of() : List.of(order);
    var body = new HashMap<String, Object>();
    body.putAll(
        Map.of("experiment_ids", List.of(experiment), "max_results", size, "order_by", orderBy));
    var names = new ArrayList<String>();

    for (String token = ""; token != null; ) {
      body.put("page_token", token);
      var page = ok(post("runs/search", body));
      names.addAll(page.getList("runs.info.run_name", String.class));
      token = page.getString("next_page_token");
    }

    assertThat(String.join("", names)).isEqualTo(find(Map.of("order_by", orderBy)));
  }

  @ParameterizedTest
  @CsvSource({"''", "metrics.m DESC", "params.p DESC", "start_time ASC"})
  void skipsRunsAndGoesOnFromThere(String order) {
    var orderBy = order.isEmpty() ? List.of() : List.of(order);
    var body = new HashMap<String, Object>();
    body.putAll(
        Map.of("experiment_ids", List.of(experiment), "max_results", 2, "order_by", orderBy));
    String all = find(Map.of("order_by", orderBy));

    body.put("offset", 1);
    var page = ok(post("runs/search", body));
    body.remove("offset");
    body.put("page_token", page.getString("next_page_token"));
    var next = ok(post("runs/search", body));

    assertThat(String.join("", page.getList("runs.info.run_name", String.class)))
        .isEqualTo(all.substring(1, 3));
    assertThat(String.join("", next.getList("runs.info.run_name", String.class)))
        .isEqualTo(all.substring(3, 5));
    body.put("offset", 1);
    refused(post("runs/search", body), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void ordersAndFiltersByDuration() {
    var ids =
        ok(post("runs/search", Map.of("experiment_ids", List.of(experiment))))
            .getList("runs.info.run_id", String.class);
    for (int i = 0; i < 2; i++) {
      ok(
          post(
              "runs/update",
              Map.of("run_id", ids.get(i), "status", "FINISHED", "end_time", 1000 - 900 * i)));
    }

    assertThat(find(Map.of("order_by", List.of("duration ASC")))).isEqualTo("efdcba");
    assertThat(find(Map.of("filter", "attributes.duration > 500"))).isEqualTo("f");
  }

  @Test
  void refusesATokenOfAnotherQuery() {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("experiment_ids", List.of(experiment), "max_results", 1));
    body.put("page_token", ok(post("runs/search", body)).getString("next_page_token"));
    body.put("filter", "metrics.m > 0");

    refused(post("runs/search", body), 400, "INVALID_PARAMETER_VALUE");
    body.put("page_token", "garbage!");
    refused(post("runs/search", body), 400, "INVALID_PARAMETER_VALUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metrics.m = '1'",
        "metrics.m LIKE '1'",
        "params.p = 1",
        "params.p > '1'",
        "metrics.m IN ('1')",
        "start_time IN ('1')",
        "params.`p`.min = '1'",
        "metrics.`m`.mean > 1",
        "start_time = '1'",
        "metrics.m IS NULL",
        "unknown = 'x'",
        "experiment_id = '1'",
        "lifecycle_stage = 'active'",
        "Metrics.m > 1",
        "what.m > 1",
        "datasets.name > 'x'",
        "' OR 1=1 --",
        "params.p = 'x' OR"
      })
  void refusesAFilterThatMlflowRefuses(String filter) {
    refused(
        post("runs/search", Map.of("experiment_ids", List.of(experiment), "filter", filter)),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void treatsSqlInValuesAndKeysAsText() {
    assertThat(find(Map.of("filter", "params.p = \"'; drop table run; --\""))).isEmpty();
    assertThat(find(Map.of("filter", "metrics.`m' or 'a'='a` > 0"))).isEmpty();
    assertThat(find(Map.of("order_by", List.of("metrics.`m; drop table run`"))))
        .isEqualTo("fedcba");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 50_001})
  void refusesAPageThatIsNoneOrTooBig(int maxResults) {
    refused(
        post(
            "runs/search",
            Map.of("experiment_ids", List.of(experiment), "max_results", maxResults)),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void refusesTwoOrdersByOneColumn() {
    refused(
        post(
            "runs/search",
            Map.of(
                "experiment_ids",
                List.of(experiment),
                "order_by",
                List.of("metrics.m", "metrics.m"))),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void seesDeletedRunsWhenAsked() {
    var other = newExperiment();
    var kept = newRun(other);
    var deleted = newRun(other);
    ok(post("runs/delete", Map.of("run_id", deleted)));

    assertThat(ids(other, "ACTIVE_ONLY")).containsExactly(kept);
    assertThat(ids(other, "DELETED_ONLY")).containsExactly(deleted);
    assertThat(ids(other, "ALL")).containsExactlyInAnyOrder(kept, deleted);
  }

  private static List<String> ids(String experiment, String view) {
    return ok(post(
            "runs/search", Map.of("experiment_ids", List.of(experiment), "run_view_type", view)))
        .getList("runs.info.run_id", String.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"datasets.source = 'x'", "dataset.nothing IN ('x')"})
  void refusesAnUnknownAttributeOfADataset(String filter) {
    var answer = post("runs/search", Map.of("experiment_ids", List.of("0"), "filter", filter));

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message")).contains("[context, digest, name]");
  }
}
