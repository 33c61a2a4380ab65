package io.drivetrain.registry.run;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Run a has no metric, b a metric that is named loss.min, c and d several points of loss. */
@RegistryTest
class MetricStatisticSearchTest {
  private static String experiment;

  /** Once: RestAssured knows the port only when a test begins. */
  @BeforeEach
  void fill() {
    if (experiment != null) {
      return;
    }
    experiment = newExperiment();
    run("a", 1);
    run("b", 2, point("loss.min", 7, 1, 1), point("loss", 1, 1, 1));
    run(
        "c",
        3,
        point("loss", 5, 1, 1),
        point("loss", -3, 2, 2),
        point("loss", 6, 3, 3),
        point("loss", 2, 4, 4));
    run("d", 4, point("loss", -4, 1, 1), point("loss", "NaN", 2, 2));
  }

  @SafeVarargs
  private void run(String name, long start, Map<String, Object>... points) {
    var create = Map.of("experiment_id", experiment, "run_name", name, "start_time", start);
    var id = ok(post("runs/create", create)).getString("run.info.run_id");
    ok(post("runs/log-batch", Map.of("run_id", id, "metrics", List.of(points))));
  }

  private String find(Map<String, ?> query) {
    var body = new HashMap<String, Object>(query);
    body.put("experiment_ids", List.of(experiment));
    return String.join("", ok(post("runs/search", body)).getList("runs.info.run_name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics.loss.min < 0 | dc",
        "metrics.loss.max > 5 | c",
        "metrics.loss.first = 5 | c",
        "metrics.`loss`.min < 0 | dc",
        "metrics.loss = 2 | c",
        "NOT metrics.loss.max > 5 | dba"
      })
  void filtersByTheLowestHighestAndFirstValue(String filter, String names) {
    assertThat(find(Map.of("filter", filter))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics.loss.min = 7 | b",
        "metrics.loss.min = 1 OR metrics.loss = 2 | c",
        "metrics.`loss.min` < 100 | b",
        "metrics.`loss`.min = 1 | b"
      })
  void prefersAMetricThatReallyHasThatName(String filter, String names) {
    assertThat(find(Map.of("filter", filter))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "metrics.loss.min ASC, dcba",
    "metrics.loss.min DESC, bcda",
    "metrics.`loss`.min DESC, bcda",
    "metrics.`loss.min` ASC, bdca",
    "metrics.loss.first DESC, cbda"
  })
  void ordersByThem(String order, String names) {
    assertThat(find(Map.of("order_by", List.of(order)))).isEqualTo(names);
  }
}
