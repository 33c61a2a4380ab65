package io.drivetrain.registry.run;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.run;
import static io.drivetrain.registry.Mlflow.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class RunTest {
  @Test
  void namesARunThatHasNoName() {
    var created = ok(post("runs/create", Map.of("experiment_id", "0")));

    var name = created.getString("run.info.run_name");
    assertThat(name).matches("[a-z]+-[a-z]+-\\d{1,3}");
    assertThat(created.getString("run.data.tags.find { it.key == 'mlflow.runName' }.value"))
        .isEqualTo(name);
    assertThat(created.getString("run.info.run_id")).matches("[0-9a-f]{32}");
  }

  @Test
  void keepsNameAndNameTagTogether() {
    var id =
        ok(post(
                "runs/create",
                Map.of("experiment_id", "0", "tags", List.of(tag("mlflow.runName", "tagged")))))
            .getString("run.info.run_id");
    assertThat(run(id).getString("run.info.run_name")).isEqualTo("tagged");

    ok(post("runs/update", Map.of("run_id", id, "run_name", "updated")));
    assertThat(run(id).getString("run.data.tags[0].value")).isEqualTo("updated");

    ok(post("runs/set-tag", Map.of("run_id", id, "key", "mlflow.runName", "value", "set")));
    assertThat(run(id).getString("run.info.run_name")).isEqualTo("set");
  }

  @Test
  void refusesTwoDifferentNames() {
    refused(
        post(
            "runs/create",
            Map.of(
                "experiment_id", "0",
                "run_name", "one",
                "tags", List.of(tag("mlflow.runName", "two")))),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void changesOnlyWhatAnUpdateHolds() {
    var id = newRun();

    ok(post("runs/update", Map.of("run_id", id, "status", "FAILED", "end_time", 2000)));
    var info = ok(post("runs/update", Map.of("run_id", id, "run_name", "")));

    assertThat(info.getString("run_info.status")).isEqualTo("FAILED");
    assertThat(info.getLong("run_info.end_time")).isEqualTo(2000);
    assertThat(info.getString("run_info.run_name")).isNotEmpty();
  }

  /** As MLflow's start_run(run_id=...) does; its own end comes with the next end_run. */
  @Test
  void takesUpAnEndedRunAndKeepsItsEndUntilTheNext() {
    var id = newRun();
    ok(post("runs/update", Map.of("run_id", id, "status", "FINISHED", "end_time", 2000)));

    var reopened = ok(post("runs/update", Map.of("run_id", id, "status", "RUNNING")));
    ok(post("runs/log-metric", Map.of("run_id", id, "key", "m", "value", 1, "timestamp", 3)));
    var ended = ok(post("runs/update", Map.of("run_id", id, "status", 3, "end_time", 5000)));

    assertThat(reopened.getString("run_info.status")).isEqualTo("RUNNING");
    assertThat(reopened.getLong("run_info.end_time")).isEqualTo(2000);
    assertThat(ended.getString("run_info.status")).isEqualTo("FINISHED");
    assertThat(ended.getLong("run_info.end_time")).isEqualTo(5000);
  }

  @Test
  void doesNotKnowAStrangeRun() {
    refused(Mlflow.get("runs/get", Map.of("run_id", "nope")), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void keepsADeletedRunReadableAndUnchangeable() {
    var id = newRun();

    ok(post("runs/delete", Map.of("run_id", id)));
    ok(post("runs/delete", Map.of("run_id", id)));

    assertThat(run(id).getString("run.info.lifecycle_stage")).isEqualTo("deleted");
    for (var change :
        List.of(
            post("runs/update", Map.of("run_id", id, "status", "FINISHED")),
            post("runs/set-tag", Map.of("run_id", id, "key", "k", "value", "v")),
            post("runs/delete-tag", Map.of("run_id", id, "key", "k")),
            post("runs/log-parameter", Map.of("run_id", id, "key", "k", "value", "v")),
            post("runs/log-batch", Map.of("run_id", id)))) {
      refused(change, 400, "INVALID_PARAMETER_VALUE");
      assertThat(change.jsonPath().getString("message"))
          .endsWith("must be in the 'active' state. Current state is deleted.");
    }
    ok(post("runs/restore", Map.of("run_id", id)));
    assertThat(run(id).getString("run.info.lifecycle_stage")).isEqualTo("active");
  }

  @Test
  void followsItsExperimentIntoTheTrashAndBack() {
    var experiment = newExperiment();
    var id = newRun(experiment);

    ok(post("experiments/delete", Map.of("experiment_id", experiment)));
    assertThat(run(id).getString("run.info.lifecycle_stage")).isEqualTo("deleted");
    refused(
        post("runs/create", Map.of("experiment_id", experiment)), 400, "INVALID_PARAMETER_VALUE");

    ok(post("experiments/restore", Map.of("experiment_id", experiment)));
    assertThat(run(id).getString("run.info.lifecycle_stage")).isEqualTo("active");
  }

  @Test
  void neverChangesAParam() {
    var id = newRun();
    ok(post("runs/log-parameter", Map.of("run_id", id, "key", "depth", "value", "4")));

    ok(post("runs/log-parameter", Map.of("run_id", id, "key", "depth", "value", "4")));
    var change =
        post(
            "runs/log-batch",
            Map.of("run_id", id, "params", List.of(tag("new", "1"), tag("depth", "5"))));

    refused(change, 400, "INVALID_PARAMETER_VALUE");
    assertThat(change.jsonPath().getString("message"))
        .isEqualTo(
            "Changing param values is not allowed. Param with key='depth' was already logged with value='4' for run ID='%s'. Attempted logging new value '5'."
                .formatted(id));
    assertThat(run(id).getList("run.data.params.key")).containsExactly("depth");
  }

  @Test
  void storesAllOfABatchOrNothing() {
    var id = newRun();
    var batch =
        Map.of(
            "run_id", id,
            "metrics", List.of(Mlflow.point("m", 1, 1, 1)),
            "params", List.of(tag("p", "1"), tag("p", "1")),
            "tags", List.of(tag("t", "1")));

    refused(post("runs/log-batch", batch), 400, "INVALID_PARAMETER_VALUE");

    assertThat(run(id).getMap("run.data").keySet()).isEqualTo(Set.of("tags"));
    assertThat(run(id).getList("run.data.tags")).hasSize(1);
  }

  @Test
  void refusesABatchBeyondTheLimits() {
    var metrics = IntStream.rangeClosed(0, 1000).mapToObj(i -> Mlflow.point("m", i, i, i)).toList();

    var answer = post("runs/log-batch", Map.of("run_id", newRun(), "metrics", metrics));

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .startsWith(
            "A batch logging request can contain at most 1000 metrics. Got 1001 metrics. Please split up");
  }

  @Test
  void cutsLongValuesInsteadOfLosingTheRun() {
    var id = newRun();

    ok(post("runs/log-parameter", Map.of("run_id", id, "key", "p", "value", "x".repeat(6001))));
    ok(post("runs/set-tag", Map.of("run_id", id, "key", "a", "value", "x".repeat(7999) + "🚗")));

    assertThat(run(id).getString("run.data.params[0].value")).hasSize(6000);
    assertThat(run(id).getString("run.data.tags[0].value")).isEqualTo("x".repeat(7999));
  }

  @Test
  void letsTheLastTagOfABatchWin() {
    var id = newRun();

    ok(post("runs/log-batch", Map.of("run_id", id, "tags", List.of(tag("a", "1"), tag("a", "2")))));

    assertThat(run(id).getString("run.data.tags[0].value")).isEqualTo("2");
  }

  @Test
  void doesNotFindAMissingTagToDelete() {
    refused(
        post("runs/delete-tag", Map.of("run_id", newRun(), "key", "none")),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "/a", "a//b", "a/../b", "a/", "a;b", "a\nb", "a\\b"})
  void refusesKeysThatCouldClimbOrAreNoNames(String key) {
    refused(
        post("runs/log-parameter", Map.of("run_id", newRun(), "key", key, "value", "v")),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "train/loss", "lr: é 1", "a.b-c_d"})
  void acceptsTheKeysOfMlflow(String key) {
    var id = newRun();

    ok(post("runs/log-parameter", Map.of("run_id", id, "key", key, "value", "v")));

    assertThat(run(id).getString("run.data.params[0].key")).isEqualTo(key);
  }
}
