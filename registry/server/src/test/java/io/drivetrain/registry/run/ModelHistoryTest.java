package io.drivetrain.registry.run;

import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class ModelHistoryTest {
  private static final String MODEL =
      "{\"artifact_path\":\"%s\",\"flavors\":{},\"utc_time_created\":\"now\",\"run_id\":\"r\"}";

  @Test
  void tellsOldClientsWhichModelsARunLogged() {
    var run = newRun();

    ok(post("runs/log-model", Map.of("run_id", run, "model_json", MODEL.formatted("a"))));
    ok(post("runs/log-model", Map.of("run_id", run, "model_json", MODEL.formatted("b"))));

    assertThat(
            run(run).getString("run.data.tags.find { it.key == 'mlflow.log-model.history' }.value"))
        .isEqualTo("[" + MODEL.formatted("a") + "," + MODEL.formatted("b") + "]");
  }

  @Test
  void keepsAHistoryThatIsLongerThanOtherTags() {
    var run = newRun();
    var long5000 = MODEL.formatted("x".repeat(5000));

    ok(post("runs/log-model", Map.of("run_id", run, "model_json", long5000)));
    ok(post("runs/log-model", Map.of("run_id", run, "model_json", long5000)));

    assertThat(
            run(run).getString("run.data.tags.find { it.key == 'mlflow.log-model.history' }.value"))
        .hasSize(2 * long5000.length() + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "nonsense", "{}", "{\"artifact_path\":\"a\",\"flavors\":{}}"})
  void refusesWhatIsNoModel(String json) {
    refused(
        post("runs/log-model", Map.of("run_id", newRun(), "model_json", json)),
        400,
        "INVALID_PARAMETER_VALUE");
  }
}
