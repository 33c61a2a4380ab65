package io.drivetrain.webui.model.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.report.GateSection;
import io.drivetrain.webui.component.report.MetricSection;
import io.drivetrain.webui.component.report.ReportGrid;
import io.drivetrain.webui.model.ModelFixtures;
import io.drivetrain.webui.run.ui.report.ReportFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class VersionViewTest extends CdiBrowserlessTest {
  private static final Map<String, String> OF_RUN =
      Map.of("drivetrain.run_id", PipelineFixtures.RUN.toString());

  @Inject RegistryClient client;
  InMemoryRegistry registry;
  PipelineDouble pipeline;
  private ModelFixtures model;

  @BeforeEach
  void register() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    pipeline.forget();
    model = ModelFixtures.linked(client, registry);
  }

  @Test
  void metricsHaveUnitsAndADirection() {
    open(model.add(Map.of()));

    ReportGrid<?> metrics = grid(find(MetricsPanel.class).single());
    assertThat(test(metrics).getCellText(0, 0)).isEqualTo("R²");
    assertThat(test(metrics).getCellText(0, 1)).isEqualTo("0.85");
    assertThat(test(metrics).getCellText(0, 2)).isEqualTo("\u2191 when higher");
  }

  @Test
  void schemaHasUnitsAndLevels() {
    open(model.add(Map.of()));

    SchemaPanel schema = find(SchemaPanel.class).single();
    assertThat(text(schema)).contains("Predicts", "Rent (MAD)");
    ReportGrid<?> inputs = grid(schema);
    assertThat(test(inputs).getCellText(0, 0)).isEqualTo("City");
    assertThat(test(inputs).getCellText(0, 3)).isEqualTo("Fès, Salé");
    assertThat(test(inputs).getCellText(1, 3)).isEqualTo("9 to 500\u00a0m²");
    assertThat(test(inputs).getCellText(1, 4)).isEqualTo("40.5 to 100\u00a0m²");
  }

  @Test
  void lineageLeadsFromTheDataToProduction() {
    model.promote();

    open(model.add(OF_RUN));

    LineagePanel lineage = find(LineagePanel.class).single();
    assertThat(text(lineage))
        .containsSubsequence(
            "cars.csv", "8 rows", "Pipeline run", "Tracking run", "Version 2", "Version 1");
    assertThat(find(Anchor.class, lineage).all())
        .extracting(Anchor::getHref)
        .contains(PageLink.run(PipelineFixtures.RUN), PageLink.version(model.name(), "1"));
  }

  @Test
  void candidateStandsBesideTheChampionWithItsGates() {
    pipeline.on("GET /runs/" + PipelineFixtures.RUN + "/report", ReportFixtures.succeeded());

    open(model.add(OF_RUN));

    ReportGrid<?> compared = grid(find(MetricSection.class).single());
    assertThat(test(compared).getCellText(0, 1)).isEqualTo("90\u00a0MAD");
    assertThat(test(compared).getCellText(0, 2)).isEqualTo("100\u00a0MAD");
    assertThat(test(compared).getCellText(0, 3)).isEqualTo("-10\u00a0MAD");
    ReportGrid<?> gates = grid(find(GateSection.class).single());
    assertThat(test(gates).getCellComponent(0, "report.bounds")).isInstanceOf(Chart.class);
    assertThat(text(find(VersionView.class).single())).contains("Model card: rents");
  }

  @Test
  void pipelineThatIsDownLeavesWhatTheRegistryKnows() {
    pipeline.fallSilent();

    open(model.add(OF_RUN));

    assertThat(find(ConnectionNotice.class).all())
        .anyMatch(notice -> notice.isVisible() && notice.getText().contains("pipeline service"));
    assertThat(find(MetricsPanel.class).all()).hasSize(1);
  }

  @Test
  void versionIsMovedToAnotherStageWithAReason() {
    String version = model.promote();
    String next = model.add(Map.of());
    open(next);

    move("To production", "a manual check passed");

    assertThat(model.stageOf(next)).isEqualTo(Stage.PRODUCTION);
    assertThat(model.stageOf(version)).isEqualTo(Stage.ARCHIVED);
    assertThat(model.champion()).isEqualTo(next);
    assertThat(find(StageBadge.class).id("stage").getText()).isEqualTo("Production");
    assertThat(text(find(AuditPanel.class).single())).contains("a manual check passed");
    assertThat(find(RollbackButton.class).single().getText()).isEqualTo("Roll back to version 1");
  }

  @Test
  void moveOnAStalePageIsRefusedInWords() {
    String version = model.add(Map.of());
    open(version);
    model.move(version, Stage.STAGING, "somebody else");

    move("To archived", "not needed");

    assertThat(model.stageOf(version)).isEqualTo(Stage.STAGING);
    assertThat(text(find(DialogError.class).single())).contains("Nothing was changed");
    assertThat(find(StageBadge.class).id("stage").getText()).isEqualTo("Staging");
  }

  @Test
  void aliasIsGivenAndTakenAway() {
    open(model.add(Map.of()));

    choose("Set an alias");
    find(TextField.class).id("alias").setValue("candidate");
    find(TextArea.class).id("alias-reason").setValue("to try it");
    test(find(Button.class).id("confirm")).click();
    assertThat(find(VersionView.class).single().getElement().getTextRecursively())
        .contains("@candidate");

    move("Remove the alias @candidate", "tried");

    assertThat(client.models().registeredModel(model.name()).orElseThrow().aliases()).isEmpty();
  }

  @Test
  void tagsAreAddedAndRemoved() {
    String version = model.add(Map.of("team", "pricing"));
    open(version);

    find(TextField.class).id("tag-key").setValue("reviewed");
    find(TextField.class).id("tag-value").setValue("yes");
    test(find(Button.class).id("add-tag")).click();
    Button remove =
        find(Button.class).all().stream()
            .filter(
                button -> button.getAriaLabel().filter("Remove the tag team"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    test(remove).click();

    assertThat(client.models().version(model.name(), version).tags())
        .isEqualTo(Map.of("reviewed", "yes"));
  }

  @Test
  void snippetsNameTheVersion() {
    open(model.add(Map.of()));

    assertThat(find(Code.class).id("snippet-java").getText())
        .contains("models:/" + model.name() + "/1");
    find(TabSheet.class, find(SnippetPanel.class).single()).single().setSelectedIndex(1);
    assertThat(text(find(SnippetPanel.class).single())).contains("no flavour");
    assertThat(find(Anchor.class).id("download").getHref())
        .isEqualTo(PageLink.versionFiles(model.name(), "1"));
  }

  @Test
  void versionWithDamagedFilesSaysSo() {
    String version = model.add(Map.of("MLmodel", new byte[] {'['}), Map.of());

    open(version);

    assertThat(text(find(OverviewPanel.class).single())).contains("cannot be read", "MLmodel");
    assertThat(find(MetricsPanel.class).all()).isEmpty();
  }

  @Test
  void unknownVersionSaysSo() {
    UI.getCurrent().navigate(PageLink.version(model.name(), "9"));

    assertThat(text(find(VersionView.class).single())).contains("Version not found");
  }

  private void open(String version) {
    UI.getCurrent().navigate(PageLink.version(model.name(), version));
    assertThat(((HasDynamicTitle) getCurrentView()).getPageTitle()).contains(model.name());
  }

  private void choose(String item) {
    new MenuBarTester<>(find(MoveMenu.class).single()).clickItem("Move\u2026", item);
  }

  private void move(String item, String reason) {
    choose(item);
    find(TextArea.class, find(ReasonDialog.class).single()).single().setValue(reason);
    test(find(Button.class).id("confirm")).click();
  }

  private ReportGrid<?> grid(Component panel) {
    return find(ReportGrid.class, panel).single();
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
