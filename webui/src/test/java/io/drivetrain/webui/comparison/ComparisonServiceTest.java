package io.drivetrain.webui.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.registry.RegistryCallException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class ComparisonServiceTest {
  private static final String UNKNOWN = "f".repeat(32);

  InMemoryRegistry registry;

  @Inject ComparisonService service;

  private String experiment;

  @BeforeEach
  void makeExperiment() {
    experiment = ComparisonFixtures.experiment(registry);
  }

  @Test
  void readsRunsOfSeveralExperimentsInTheOrderAskedFor() {
    String first = ComparisonFixtures.log(registry, experiment, "first", 0.1, "4");
    String second = ComparisonFixtures.log(registry, experiment, "second", 0.2, "6");
    String foreign =
        ComparisonFixtures.log(
            registry, ComparisonFixtures.experiment(registry), "foreign", 0.3, "8");

    Comparison comparison =
        service.compare(new RunChoice.ByIds(List.of(foreign, second, UNKNOWN, first)));

    assertThat(comparison.runs())
        .extracting(ComparedRun::name)
        .containsExactly("foreign", "second", "first");
    assertThat(comparison.unknown()).containsExactly(UNKNOWN);
    ComparedRun run = comparison.run(first).orElseThrow();
    assertThat(run.metrics()).containsEntry("rmse", 0.1);
    assertThat(run.params()).containsEntry("depth", "4");
    assertThat(run.experiment()).startsWith("compare-");
  }

  @Test
  void runsOfOneExperimentTakeTwoCalls() {
    List<String> ids =
        IntStream.range(0, 20)
            .mapToObj(i -> ComparisonFixtures.log(registry, experiment, "run " + i, i, "4"))
            .toList();
    int before = registry.requests("POST runs/search").size();

    assertThat(service.compare(new RunChoice.ByIds(ids)).runs()).hasSize(20);
    assertThat(registry.requests("POST runs/search")).hasSize(before + 1);
  }

  @Test
  void leavesOutWhatIsAboveTheLimitAndSaysSo() {
    String run = ComparisonFixtures.log(registry, experiment, "one", 1, "4");
    List<String> ids =
        IntStream.rangeClosed(0, RunChoice.MAX_RUNS)
            .mapToObj(i -> i == 0 ? run : "unknown-" + i)
            .toList();

    Comparison many = service.compare(new RunChoice.ByIds(ids));

    assertThat(many.runs()).extracting(ComparedRun::id).containsExactly(run);
    assertThat(many.leftOut()).isEqualTo(1);
    assertThat(service.compare(new RunChoice.ByIds(List.of(run, run))).leftOut()).isZero();
  }

  @Test
  void filterSaysWhetherItFindsMore() {
    ComparisonFixtures.log(registry, experiment, "one", 1, "4");

    Comparison newest = service.compare(new RunChoice.ByFilter(List.of(experiment), "", 1));
    assertThat(newest.hasMore()).isFalse();
    ComparisonFixtures.log(registry, experiment, "two", 1, "4");
    assertThat(service.compare(new RunChoice.ByFilter(List.of(experiment), "", 1)).hasMore())
        .isTrue();
  }

  @Test
  void historyIsThatOfTheRunsThatLoggedTheMetric() {
    String first = ComparisonFixtures.log(registry, experiment, "first", 0.1, "4");
    String second = ComparisonFixtures.log(registry, experiment, "second", 0.2, "6");
    List<ComparedRun> runs = service.compare(new RunChoice.ByIds(List.of(first, second))).runs();

    List<History> histories = service.histories(runs, "rmse");

    assertThat(histories).extracting(history -> history.run().id()).containsExactly(first, second);
    assertThat(histories.getFirst().points())
        .extracting(MetricPoint::value)
        .containsExactly(0.2, 0.1);
    assertThat(service.histories(runs, "loss")).isEmpty();
  }

  @Test
  void wrongFilterIsRefusedInWords() {
    RunChoice wrong = new RunChoice.ByFilter(List.of(experiment), "nonsense", 10);

    assertThatExceptionOfType(RegistryCallException.class)
        .isThrownBy(() -> service.compare(wrong))
        .matches(failure -> failure.refusal().isPresent());
  }
}
