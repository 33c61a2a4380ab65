package io.drivetrain.webui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFieldsTest {
  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  @Test
  void showsWhatTellsRunsApart() {
    List<RunRow> runs =
        List.of(
            run(Map.of("rmse", 1.0, "same", 2.0), Map.of("seed", "1", "data", "cars")),
            run(Map.of("rmse", 3.0, "same", 2.0), Map.of("data", "cars")));

    RunFields fields = RunFields.of(runs);

    assertThat(fields.all())
        .contains(RunField.metric("same"), RunField.param("data"), RunField.tag("mlflow.user"));
    assertThat(fields.shown(false, runs))
        .extracting(RunField::text)
        .containsExactly(
            "name", "status", "start", "duration", "metrics.rmse", "params.seed", "tags.team");
    assertThat(fields.shown(true, runs)).contains(RunField.of(RunAttribute.EXPERIMENT));
  }

  @Test
  void aFileHasValuesAsProgramsReadThem() {
    RunRow run = run(Map.of("rmse", 1e-7), Map.of());
    Instant now = START.plusMillis(1500);

    assertThat(run.value(RunField.metric("rmse"), now)).isEqualTo("1.0E-7");
    assertThat(run.value(RunField.of(RunAttribute.DURATION), now)).isEqualTo("1.5");
    assertThat(run.value(RunField.of(RunAttribute.START), now)).isEqualTo("2026-03-01T06:00:00Z");
    assertThat(run.value(RunField.param("none"), now)).isEmpty();
  }

  private static RunRow run(Map<String, Double> metrics, Map<String, String> params) {
    String id = "run" + metrics.hashCode();
    return new RunRow(
        id,
        "name",
        "1",
        "cars",
        RunStatus.RUNNING,
        START,
        Optional.empty(),
        false,
        metrics,
        params,
        Map.of("mlflow.user", id, "team", id),
        List.of());
  }
}
