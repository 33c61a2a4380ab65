package io.drivetrain.registry;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@RegistryTest
class ResetTest {
  @Inject DataSource database;

  @Test
  void leavesTheRegistryAsAfterItsFirstStart() throws Exception {
    newRun(newExperiment());
    newVersion(newModel());

    ResetScript.run(database);

    var experiments = ok(post("experiments/search", Map.of("max_results", 10, "view_type", "ALL")));
    assertThat(experiments.getList("experiments.experiment_id")).isEqualTo(List.of("0"));
    assertThat(experiments.getString("experiments[0].name")).isEqualTo("Default");
    assertThat(experiments.getString("experiments[0].artifact_location"))
        .isEqualTo("mlflow-artifacts:/0");
    assertThat(post("runs/search", Map.of("experiment_ids", List.of("0"))).asString())
        .isEqualTo("{}");
    assertThat(get("registered-models/search", Map.of()).asString()).isEqualTo("{}");
    assertThat(newExperiment()).isEqualTo("1");
  }
}
