package io.drivetrain.registry.client.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.client.facet.ExperimentActivity;
import io.drivetrain.registry.client.tracking.Experiment;
import io.drivetrain.registry.client.tracking.Lifecycle;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.Run;
import io.drivetrain.registry.client.tracking.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract on tables of runs: order, rows to skip, counts, the trash. */
public abstract class TableContract extends RegistryContract {

  @Test
  void ordersRunsByAMetric() {
    String experiment = experiment();
    String worst = measured(experiment, 0, 3);
    String best = measured(experiment, 1, 1);
    String without = client().tracking().createRun(experiment, "", START, Map.of()).id();

    assertThat(rows(experiment, "metrics.rmse ASC", 0)).containsExactly(best, worst, without);
    assertThat(rows(experiment, "metrics.`rmse` DESC", 0)).containsExactly(worst, best, without);
    assertThat(rows(experiment, "metrics.rmse ASC", 1)).containsExactly(worst, without);
  }

  @Test
  void ordersRunsByWhatTheyAre() {
    String experiment = experiment();
    String slow = measured(experiment, 0, 1);
    String fast = measured(experiment, 1, 1);
    client().tracking().finishRun(slow, RunStatus.FINISHED, START.plusSeconds(100));
    client().tracking().finishRun(fast, RunStatus.FINISHED, START.plusSeconds(2));

    assertThat(rows(experiment, "attributes.start_time ASC", 0)).containsExactly(slow, fast);
    assertThat(rows(experiment, "attributes.duration ASC", 0)).containsExactly(fast, slow);
    assertThat(rows(experiment, "params.seed DESC", 0)).containsExactly(fast, slow);
  }

  @Test
  void countsRuns() {
    String experiment = experiment();
    measured(experiment, 0, 1);
    measured(experiment, 1, 1);
    String deleted = measured(experiment, 2, 1);
    client().tracking().deleteRun(deleted);
    List<String> among = List.of(experiment);

    assertThat(client().facets().countRuns(among, Lifecycle.ACTIVE_ONLY, "")).isEqualTo(2);
    assertThat(client().facets().countRuns(among, Lifecycle.ALL, "")).isEqualTo(3);
    assertThat(client().facets().countRuns(among, Lifecycle.ACTIVE_ONLY, "params.seed = '1'"))
        .isEqualTo(1);
    assertThat(client().facets().tagValues(among, Lifecycle.ACTIVE_ONLY, "", "drivetrain.team", 10))
        .isEqualTo(Map.of("blue", 2L));
    assertThat(client().facets().activity(List.of(experiment, experiment())))
        .containsExactly(
            new ExperimentActivity(experiment, 2, 2, 1, Optional.of(START.plusSeconds(1))));
  }

  @Test
  void keepsDeletedRunsUntilTheyAreRestored() {
    String experiment = experiment();
    String run = measured(experiment, 0, 1);

    client().tracking().deleteRun(run);
    client().tracking().deleteRun(run);
    assertThat(rows(experiment, "attributes.start_time ASC", 0)).isEmpty();
    assertThat(client().tracking().run(run).deleted()).isTrue();

    client().tracking().restoreRun(run);
    assertThat(rows(experiment, "attributes.start_time ASC", 0)).containsExactly(run);
  }

  @Test
  void listsExperiments() {
    String first = experiment();
    String second = experiment();
    List<String> ids = new ArrayList<>();

    for (String token = ""; !ids.contains(first); ) {
      var page =
          client().tracking().searchExperiments(Lifecycle.ACTIVE_ONLY, "", 1, List.of(), token);
      page.entries().stream().map(Experiment::id).forEach(ids::add);
      token = page.nextPageToken().orElse("");
    }

    assertThat(ids).startsWith(second, first);
  }

  private String measured(String experiment, int number, double rmse) {
    Run run =
        client()
            .tracking()
            .createRun(
                experiment, "", START.plusSeconds(number), Map.of("drivetrain.team", "blue"));
    client()
        .tracking()
        .logBatch(
            run.id(),
            List.of(Metric.of("rmse", rmse, START)),
            Map.of("seed", String.valueOf(number)),
            Map.of());
    return run.id();
  }

  private List<String> rows(String experiment, String order, long offset) {
    return client()
        .tracking()
        .searchRunsFrom(List.of(experiment), Lifecycle.ACTIVE_ONLY, "", 10, List.of(order), offset)
        .runs()
        .stream()
        .map(Run::id)
        .toList();
  }
}
