package io.drivetrain.registry.metric;

import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RegistryTest
class MetricComparisonTest {
  private static final String BULK = "/ajax-api/2.0/mlflow/metrics/get-history-bulk";
  private static final String INTERVAL = "/api/2.0/mlflow/metrics/get-history-bulk-interval";

  @Test
  void readsOneMetricOfSeveralRuns() {
    var runs = List.of(newRun(), newRun());
    runs.forEach(run -> log(run, 0, 2));

    var answer = given().queryParam("run_id", runs).queryParam("metric_key", "m").get(BULK);

    var inOrder = runs.stream().sorted().flatMap(run -> Collections.nCopies(2, run).stream());
    assertThat(ok(answer).getList("metrics.run_id")).isEqualTo(inOrder.toList());
    assertThat(ok(answer).getMap("metrics[1]"))
        .isEqualTo(
            Map.of(
                "key",
                "m",
                "value",
                1.5f,
                "timestamp",
                1,
                "step",
                1,
                "run_id",
                runs.stream().sorted().findFirst().orElseThrow()));
    var two =
        given()
            .queryParam("run_id", runs)
            .queryParam("metric_key", "m")
            .queryParam("max_results", 3)
            .get(BULK);
    assertThat(ok(two).getList("metrics")).hasSize(3);
  }

  @Test
  void picksStepsEvenlyAndKeepsTheEnds() {
    var run = newRun();
    log(run, 0, 10);

    assertThat(steps(sample(List.of(run), Map.of("max_results", 4))))
        .containsExactly(0, 2, 5, 7, 9);
    assertThat(steps(sample(List.of(run), Map.of("max_results", 10)))).hasSize(10);
    assertThat(
            steps(sample(List.of(run), Map.of("max_results", 2, "start_step", 3, "end_step", 7))))
        .containsExactly(3, 5, 7);
  }

  @Test
  void picksByRankWhereStepsAreMissing() {
    var run = newRun();
    IntStream.of(0, 1, 2, 3, 4, 50, 60, 70, 80, 90).forEach(step -> log(run, step, step + 1));

    assertThat(steps(sample(List.of(run), Map.of("max_results", 4))))
        .containsExactly(0, 2, 50, 70, 90);
  }

  @Test
  void samplesStepsFromOneEndOfTheNumbersToTheOther() {
    var run = newRun();
    var ends = List.of(Long.MIN_VALUE, Long.MAX_VALUE);
    ok(
        post(
            "runs/log-batch",
            Map.of(
                "run_id",
                run,
                "metrics",
                ends.stream().map(step -> point("m", 1, 1, step)).toList())));

    assertThat(ok(sample(List.of(run), Map.of())).getList("metrics.step", Long.class))
        .isEqualTo(ends);
  }

  @Test
  void samplesAllRunsAtTheSameStepsInTheOrderAskedFor() {
    var longRun = newRun();
    var shortRun = newRun();
    log(longRun, 0, 100);
    log(shortRun, 33, 36);

    var answer = sample(List.of(shortRun, longRun), Map.of("max_results", 2));

    assertThat(ok(answer).getList("metrics.run_id"))
        .isEqualTo(List.of(shortRun, shortRun, longRun, longRun, longRun, longRun, longRun));
    assertThat(steps(answer)).containsExactly(33, 35, 0, 33, 35, 50, 99);
  }

  @Test
  void answersAnEmptyObjectForAnUnknownRunOrKey() {
    assertThat(sample(List.of("nobody"), Map.of()).asString()).isEqualTo("{}");
    assertThat(sample(List.of(newRun()), Map.of()).asString()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metric_key=m | Missing value for required parameter 'run_ids'. See the API docs for more information about request parameters.",
        "run_ids=a | Missing value for required parameter 'metric_key'. See the API docs for more information about request parameters.",
        "run_ids=a&metric_key=m&start_step=1 | If either start step or end step are specified, both must be specified.",
        "run_ids=a&metric_key=m&start_step=2&end_step=1 | end_step must be greater than start_step. Found start_step=2 and end_step=1.",
        "run_ids=a&metric_key=m&max_results=0 | max_results must be between 1 and 2500.",
        "run_ids=a&metric_key=m&max_results=2501 | max_results must be between 1 and 2500.",
        "run_ids=a&metric_key=m&start_step=x&end_step=1 | Invalid value \"x\" for parameter 'start_step' supplied: Hint: Value was of type 'str'. See the API docs for more information about request parameters. Expected a whole number."
      })
  void saysWhatIsWrongWithARequest(String query, String message) {
    var answer = given().get(INTERVAL + "?" + query);

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message")).isEqualTo(message);
  }

  @Test
  void comparesAtMostAHundredRuns() {
    refused(
        sample(IntStream.range(0, 101).mapToObj(i -> "r" + i).toList(), Map.of()),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  /** The value is the step and a half; the time is the step. */
  private static void log(String run, int first, int end) {
    var points =
        IntStream.range(first, end).mapToObj(step -> point("m", step + 0.5, step, step)).toList();
    ok(post("runs/log-batch", Map.of("run_id", run, "metrics", points)));
  }

  private static Response sample(List<String> runs, Map<String, ?> query) {
    return given()
        .queryParam("run_ids", runs)
        .queryParam("metric_key", "m")
        .queryParams(query)
        .get(INTERVAL);
  }

  private static List<Integer> steps(Response answer) {
    return ok(answer).getList("metrics.step", Integer.class);
  }
}
