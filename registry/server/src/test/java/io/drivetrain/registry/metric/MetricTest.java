package io.drivetrain.registry.metric;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@RegistryTest
class MetricTest {
  @Inject Database database;

  @Test
  void showsTheGreatestByStepThenTimeThenValueAndNotTheLast() {
    var id = newRun();

    log(id, point("m", 1, 10, 5), point("m", 9, 99, 4));
    log(id, point("m", 2, 11, 5), point("m", 3, 11, 5), point("m", 7, 10, 5));
    log(id, point("m", "NaN", 11, 5));

    assertThat(run(id).getMap("run.data.metrics[0]"))
        .isEqualTo(Map.of("key", "m", "value", 3.0f, "timestamp", 11, "step", 5));
  }

  @Test
  void passesOverAPointThatIsThereAlready() {
    var id = newRun();

    log(id, point("m", 1, 1, 1), point("m", 1, 1, 1), point("n", "NaN", 1, 1));
    log(id, point("m", 1, 1, 1), point("n", "NaN", 1, 1));

    assertThat(history(id, "m", Map.of()).getList("metrics")).hasSize(1);
    assertThat(history(id, "n", Map.of()).getList("metrics")).hasSize(1);
  }

  @Test
  void ordersTheHistoryByTimeStepAndValue() {
    var id = newRun();

    log(id, point("m", 3, 2, 1), point("m", 2, 1, 2), point("m", 1, 1, 1), point("m", 0, 1, 2));

    assertThat(history(id, "m", Map.of()).getList("metrics.value", Float.class))
        .containsExactly(1f, 0f, 2f, 3f);
  }

  @Test
  void pagesTheHistoryByKey() {
    var id = newRun();
    IntStream.range(0, 5).forEach(i -> log(id, point("m", i, 1, i)));

    var values = new ArrayList<Integer>();
    var query = new HashMap<String, Object>(Map.of("max_results", 2));
    for (String token = ""; token != null; ) {
      var page = history(id, "m", query);
      values.addAll(page.getList("metrics.step", Integer.class));
      token = page.getString("next_page_token");
      query.put("page_token", token == null ? "" : token);
    }

    assertThat(values).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void hasNoHistoryOfWhatItDoesNotKnow() {
    assertThat(get("metrics/get-history", Map.of("run_id", "nope", "metric_key", "m")).asString())
        .isEqualTo("{}");
  }

  @Test
  void keepsTheLeastByStepThenTimeThenValueAsTheFirst() {
    var id = newRun();

    log(id, point("m", 1, 10, 5), point("m", 9, 99, 4), point("n", 1, 1, 1));
    log(id, point("m", 2, 98, 4), point("m", 3, 98, 4), point("n", "NaN", 1, 1));
    log(id, point("m", 0, 10, 5));

    var first =
        database.query(
            row -> List.of(row.decimal(1), row.number(2), row.number(3)),
            "select first_value, first_timestamp, first_step from metric_series s join run r on r.id = s.run where r.run_id = ? order by key",
            id);
    assertThat(first).containsExactly(List.of(2.0, 98L, 4L), List.of(Double.NaN, 1L, 1L));
  }

  @Test
  void keepsLowestAndHighestOverNumbersOnly() {
    var id = newRun();

    log(id, point("m", "NaN", 1, 1));
    log(id, point("m", 4, 2, 2), point("m", -1, 3, 3), point("m", "NaN", 4, 4));

    var bounds =
        database.query(
            row -> List.of(row.decimal(1), row.decimal(2)),
            "select min_value, max_value from metric_series s join run r on r.id = s.run where r.run_id = ?",
            id);
    assertThat(bounds).containsExactly(List.of(-1.0, 4.0));
  }

  /** Every writer has the same keys in another order, and half of its points in common with all. */
  @Test
  void losesNothingWhenManyWriteToOneRun() throws Exception {
    int writers = 16;
    int batches = 20;
    int keys = 10;
    var id = newRun();
    var work = new ArrayList<Callable<Integer>>();
    for (int writer = 0; writer < writers; writer++) {
      work.add(writer(id, writer, batches, keys));
    }

    try (var threads = Executors.newFixedThreadPool(writers)) {
      for (var result : threads.invokeAll(work)) {
        assertThat(result.get()).isEqualTo(batches);
      }
    }

    var counts =
        database.query(
            row -> List.of(row.number(2), row.decimal(3), row.decimal(4), row.decimal(5)),
            """
            select s.key, count(p.*), s.latest_value, s.min_value, s.max_value
            from metric_series s join metric_point p on p.series = s.id
            join run r on r.id = s.run
            where r.run_id = ? group by s.id order by s.key
            """,
            id);
    long own = (long) writers * batches;
    double highest = 100.0 * (writers - 1) + batches - 1;
    assertThat(counts).hasSize(keys).containsOnly(List.of(own + batches, highest, -1.0, highest));
  }

  private static Callable<Integer> writer(String run, int writer, int batches, int keys) {
    return () -> {
      int done = 0;
      for (int batch = 0; batch < batches; batch++) {
        var points = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < keys; i++) {
          var key = "key" + (i + writer) % keys;
          points.add(point(key, 100 * writer + batch, 1000 + writer, batch));
          points.add(point(key, -1, batch, -1));
        }
        var answer = post("runs/log-batch", Map.of("run_id", run, "metrics", points));
        done += answer.statusCode() == 200 ? 1 : 0;
      }
      return done;
    };
  }

  private static void log(String run, Map<?, ?>... points) {
    ok(post("runs/log-batch", Map.of("run_id", run, "metrics", List.of(points))));
  }

  private static JsonPath history(String run, String key, Map<String, ?> more) {
    var query = new HashMap<String, Object>(more);
    query.put("run_id", run);
    query.put("metric_key", key);
    return ok(Mlflow.get("metrics/get-history", query));
  }
}
