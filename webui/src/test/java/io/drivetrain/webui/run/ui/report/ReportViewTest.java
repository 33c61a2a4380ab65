package io.drivetrain.webui.run.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.HasDynamicTitle;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.component.BarChart;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.report.CardSection;
import io.drivetrain.webui.component.report.GateSection;
import io.drivetrain.webui.component.report.HoldOutSection;
import io.drivetrain.webui.component.report.ImportanceSection;
import io.drivetrain.webui.component.report.MetricSection;
import io.drivetrain.webui.component.report.ReportGrid;
import io.drivetrain.webui.component.report.SliceSection;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class ReportViewTest extends CdiBrowserlessTest {
  private static final UUID RUN = PipelineFixtures.RUN;

  PipelineDouble pipeline;

  @BeforeEach
  void start() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    pipeline.forget();
  }

  @AfterEach
  void leave() {
    UI.getCurrent().removeAll();
  }

  @Test
  void outcomeSaysWhichModelIsWhere() {
    open(ReportFixtures.succeeded());

    assertThat(text(find(OutcomeSection.class).single()))
        .contains("Succeeded", "Version 2 is in production.")
        .contains("Challenger2", "Champion1", "Production", "1 of 2 passed", "12.0\u00a0s");
  }

  @Test
  void rowsAreDrawnAndListed() {
    open(ReportFixtures.succeeded());

    DataSection data = find(DataSection.class).single();
    assertThat(text(data)).contains("rents.csv", "1,000", "The file is Windows-1252.");
    assertThat(text(data))
        .contains("1,006 = 1 header + 1,000 rows + 2 refused + 3 blank + 0 above the header");
    assertThat(find(BarChart.class, data).all()).hasSize(1);
    ReportGrid<?> uses = find(ReportGrid.class, data).all().getFirst();
    assertThat(test(uses).getCellText(0, 0)).isEqualTo("Training");
    assertThat(test(uses).getCellText(0, 1)).isEqualTo("700");
    assertThat(test(uses).getCellText(2, 0)).isEqualTo("Dropped: repeated");
    ReportGrid<?> expectations = find(ReportGrid.class, data).all().getLast();
    assertThat(text(test(expectations).getCellComponent(0, "report.verdict"))).isEqualTo("Warning");
    assertThat(test(expectations).getCellText(0, 3)).isEqualTo("at most 5 %");
  }

  @Test
  void metricsOfBothModelsStandSideBySide() {
    open(ReportFixtures.succeeded());

    ReportGrid<?> metrics = find(ReportGrid.class, find(MetricSection.class).single()).single();
    assertThat(test(metrics).getCellText(0, 0)).isEqualTo("Mean absolute error");
    assertThat(test(metrics).getCellText(0, 1)).isEqualTo("90\u00a0MAD");
    assertThat(test(metrics).getCellText(0, 2)).isEqualTo("100\u00a0MAD");
    assertThat(test(metrics).getCellText(0, 3)).isEqualTo("-10\u00a0MAD");
    assertThat(text(test(metrics).getCellComponent(0, "report.verdict"))).isEqualTo("Better");
  }

  @Test
  void gatesAreDrawnAgainstTheirBounds() {
    open(ReportFixtures.succeeded());

    ReportGrid<?> gates = find(ReportGrid.class, find(GateSection.class).single()).single();
    assertThat(text(test(gates).getCellComponent(0, "report.verdict"))).isEqualTo("Passed");
    assertThat(test(gates).getCellComponent(0, "report.bounds")).isInstanceOf(Chart.class);
    assertThat(text(test(gates).getCellComponent(1, "report.verdict"))).isEqualTo("Failed");
    assertThat(test(gates).getCellComponent(1, "report.bounds")).isNotInstanceOf(Chart.class);
    assertThat(test(gates).getCellText(1, 3)).isEqualTo("no model is in production yet");
  }

  @Test
  void everyOtherPartHasItsSection() {
    open(ReportFixtures.succeeded());

    assertThat(test(find(ReportGrid.class, find(SliceSection.class).single()).single()).size())
        .isEqualTo(1);
    assertThat(text(find(HoldOutSection.class).single())).contains("Within 10%", "60%");
    assertThat(test(find(ReportGrid.class, find(GoldenSection.class).single()).single()).size())
        .isEqualTo(1);
    assertThat(test(find(ReportGrid.class, find(ImportanceSection.class).single()).single()).size())
        .isEqualTo(1);
    assertThat(text(find(CardSection.class).single()))
        .contains("Model card: rents", "A first orientation", "Not for courts.");
    assertThat(test(find(ReportGrid.class, find(StepSection.class).single()).single()).size())
        .isEqualTo(1);
  }

  @Test
  void runWithoutAModelHasOnlyItsOutcomeAndSteps() {
    open(ReportFixtures.bare("FAILED", true));

    assertThat(find(OutcomeSection.class).all()).hasSize(1);
    assertThat(find(StepSection.class).all()).hasSize(1);
    assertThat(find(MetricSection.class).all()).isEmpty();
    assertThat(find(CardSection.class).all()).isEmpty();
  }

  @Test
  void fileIsOneClickAway() {
    open(ReportFixtures.succeeded());

    assertThat(find(Anchor.class).withId("report-file").single().getHref())
        .isEqualTo("run-files/" + RUN + "/report?lang=en");
    assertThat(((HasDynamicTitle) getCurrentView()).getPageTitle()).isEqualTo("Report");
  }

  @Test
  void reportOfARunThatGoesOnIsReadAgainAtItsEvents() {
    open(ReportFixtures.bare("RUNNING", false));

    answer(ReportFixtures.bare("SUCCEEDED", true));
    pipeline.events("/runs/" + RUN + "/events").send("run", 1, "{}");

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(text(find(OutcomeSection.class).single())).contains("Succeeded");
        });
  }

  @Test
  void unknownRunSaysSo() {
    UI.getCurrent().navigate("runs/" + RUN + "/report");

    assertThat(text(find(ReportView.class).single())).contains("Run not found");
  }

  private void open(String report) {
    answer(report);
    UI.getCurrent().navigate("runs/" + RUN + "/report");
  }

  private void answer(String report) {
    pipeline.on("GET /runs/" + RUN + "/report", report);
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
