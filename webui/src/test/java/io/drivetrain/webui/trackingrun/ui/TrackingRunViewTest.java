package io.drivetrain.webui.trackingrun.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.RunStatus;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.comparison.ComparisonFixtures;
import io.drivetrain.webui.component.Chart;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class TrackingRunViewTest extends CdiBrowserlessTest {
  InMemoryRegistry registry;

  private RegistryClient client;
  private String experiment;
  private String run;

  @BeforeEach
  void logRun() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    client = RegistryClient.connect(RegistryClientConfig.of(registry.uri()));
    experiment = ComparisonFixtures.experiment(registry);
    run = ComparisonFixtures.log(registry, experiment, "deep trees", 0.125, "8");
  }

  @AfterEach
  void leave() {
    UI.getCurrent().removeAll();
    client.close();
  }

  @Test
  void overviewSaysWhatItLogged() {
    client.tracking().setTag(run, "mlflow.note.content", "**Careful**");
    client.tracking().setTag(run, "mlflow.user", "amina");

    open("");

    assertThat(find(H1.class).single().getText()).isEqualTo("deep trees");
    assertThat(find(StatusBadge.class).single().getText()).isEqualTo("Running");
    assertThat(pairs())
        .contains(
            new PairGrid.Pair("rmse", "0.125"),
            new PairGrid.Pair("depth", "8"),
            new PairGrid.Pair("team", "blue"))
        .noneMatch(pair -> pair.name().equals("mlflow.note.content"));
    assertThat(find(Markdown.class).single().getContent()).isEqualTo("**Careful**");
    assertThat(text()).contains("amina", run);
  }

  @Test
  void metricHasAChartAndItsNumbers() {
    open("tab=metrics");

    Chart chart = find(Chart.class).single();
    assertThat(chart.getElement().getProperty("option")).contains("[0.0,0.25],[1.0,0.125]");
    assertThat(find(MetricChart.class).single()).isNotNull();
  }

  @Test
  void runThatGoesOnMovesByItself() {
    open("");

    client.tracking().finishRun(run, RunStatus.FINISHED, ComparisonFixtures.START.plusSeconds(9));
    client
        .tracking()
        .logBatch(
            run,
            List.of(new Metric("rmse", 0.0625, ComparisonFixtures.START.plusSeconds(3), 2)),
            Map.of(),
            Map.of());

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(find(StatusBadge.class).single().getText()).isEqualTo("Finished");
        });
    assertThat(pairs()).contains(new PairGrid.Pair("rmse", "0.0625"));
  }

  @Test
  void pageOfARunIsShownWithoutScripts() {
    ComparisonFixtures.file(registry, run, "report/page.html", "<script>alert(1)</script>");

    open("tab=artifacts&file=report/page.html");
    IFrame page = find(IFrame.class).single();
    assertThat(page.getElement().getAttribute("sandbox")).isEmpty();
    assertThat(page.getSrcdoc().orElseThrow()).contains("<script>alert(1)</script>");
  }

  @Test
  void leadsToThePipelineRunAndToNestedRuns() {
    UUID pipelineRun = UUID.randomUUID();
    client.tracking().setTag(run, "drivetrain.run_id", pipelineRun.toString());
    for (String name : List.of("child a", "child b")) {
      String child = ComparisonFixtures.log(registry, experiment, name, 0.2, "2");
      client.tracking().setTag(child, "mlflow.parentRunId", run);
    }

    open("");

    assertThat(find(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains("runs/" + pipelineRun)
        .anyMatch(link -> link.startsWith("compare?runs="));
    assertThat(text()).contains("child a", "child b");
  }

  @Test
  void unknownRunIsSaid() {
    UI.getCurrent().navigate("experiments/runs/" + "f".repeat(32));

    assertThat(find(H1.class).single().getText()).isEqualTo("Run not found");
  }

  private void open(String query) {
    UI.getCurrent().navigate("experiments/runs/" + run, QueryParameters.fromString(query));
  }

  private List<PairGrid.Pair> pairs() {
    return find(PairGrid.class).all().stream()
        .flatMap(grid -> grid.getGenericDataView().getItems())
        .toList();
  }

  private String text() {
    Component page = find(TrackingRunView.class).single();
    return page.getElement().getTextRecursively();
  }
}
