package io.drivetrain.pipeline.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.report.MissingArtifact;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.html.HtmlPagesFixtures;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.registry.client.memory.StoredRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the report of real steps says. */
class RunReportTest {
  private static final String STEP = "send_pipeline_report";
  private static final String SCRIPT = "<script>alert(1)</script>";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void tellsTheDataTheGatesAndTheModelOfASuccess() {
    pipeline.start().runUntil(STEP);

    JsonNode report = json("pipeline_report.json");
    assertThat(report.path("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(report.path("settled").asBoolean()).isTrue();
    assertThat(report.path("summary").asText())
        .isEqualTo("Version 1 passed all required gates and is now in production.");
    assertThat(report.path("data").path("file").asText()).isEqualTo("rents.csv");
    assertThat(report.path("data").path("rows").asLong()).isEqualTo(400);
    assertThat(report.path("data").path("lines").path("lines").asLong()).isEqualTo(401);
    assertThat(report.path("data").path("findings")).hasSize(7);
    assertThat(report.path("gates"))
        .extracting(gate -> gate.path("asked").asText() + " " + gate.path("gate").asText())
        .contains("evaluation test_r2", "evaluation champion", "evaluation monotone area");
    assertThat(report.path("comparison").path("champion").asText()).isEmpty();
    assertThat(report.path("golden").path(0).path("name").asText()).isEqualTo("A flat in Rabat");
    assertThat(report.path("importance")).hasSize(4);
    assertThat(report.path("unread")).isEmpty();
  }

  @Test
  void comparesWithTheChampionMetricByMetric() {
    pipeline.start().runUntil(STEP);
    pipeline.start().runUntil(STEP);

    JsonNode comparison =
        pipeline.registry().json(last(), "pipeline_report.json").path("comparison");
    assertThat(comparison.path("challenger").asText()).isEqualTo("2");
    assertThat(comparison.path("champion").asText()).isEqualTo("1");
    assertThat(comparison.path("unit").asText()).isEqualTo("MAD");
    for (JsonNode metric : comparison.path("metrics")) {
      assertThat(metric.path("champion").asDouble())
          .isEqualTo(metric.path("challenger").asDouble());
      assertThat(metric.path("difference").asDouble()).isZero();
      assertThat(metric.path("better").isNull()).isTrue();
    }
    assertThat(comparison.path("metrics")).hasSize(Metric.keys(Task.REGRESSION).size());
    assertThat(html())
        .contains("Challenger (version 2)")
        .contains("Champion (version 1)")
        .contains("now in production, replacing version 1");
  }

  @Test
  void measuresThePredictionsOfTheHoldOut() {
    pipeline.start().runUntil(STEP);

    JsonNode holdOut = json("pipeline_report.json").path("holdOut");
    String table = text("evaluation/predictions.csv");
    assertThat(holdOut.path("count").asLong()).isEqualTo(table.lines().count() - 1);
    assertThat(holdOut.path("insideInterval").asDouble())
        .isCloseTo(last().metrics().get("interval_coverage"), within(0.02));
    assertThat(holdOut.has("rows")).isFalse();
    assertThat(html())
        .contains(
            "aria-label=\"Predicted against actual values\"", "Predicted against actual (MAD)")
        .contains("aria-label=\"Histogram of the errors\"", "Predicted less actual (MAD)");
  }

  @Test
  void tellsARejectionWithTheStepThatSaidNo() {
    RentPipeline.Run run = pipeline.with("min: 300", "min: 1000").start();
    run.run("check_data_quality");
    run.run(STEP);

    JsonNode report = json("pipeline_report.json");
    assertThat(report.path("outcome").asText()).isEqualTo("REJECTED");
    assertThat(report.path("reason").asText()).isEqualTo("GATE");
    assertThat(report.path("summary").asText())
        .startsWith("Rejected at step check_data_quality. rents.csv cannot be learned");
    assertThat(report.path("message").asText()).startsWith("check_data_quality: rents.csv cannot");
    assertThat(report.path("card").isNull()).isTrue();
    assertThat(html())
        .contains("<span class=\"badge warn\">rejected</span>")
        .contains("Expectations that were not met")
        .doesNotContain("Model card");
    assertThat(pipeline.registry().files(last())).doesNotContain("model_card.md");
  }

  @Test
  void namesTheGatesThatSaidNo() {
    RentPipeline.Run run = pipeline.with("test_r2, min: 0.6", "test_r2, min: 0.999").start();
    run.run("check_data_quality");
    run.run("train_model");
    run.run("evaluate_model");
    run.run(STEP);

    JsonNode report = json("pipeline_report.json");
    assertThat(report.path("summary").asText())
        .startsWith("Rejected at step evaluate_model. The challenger did not pass 1 gate.")
        .endsWith(" gates failed: test_r2.");
    assertThat(html()).containsSubsequence("<h2>Gates</h2>", "test_r2", "badge bad", "champion");
  }

  @Test
  void tellsAFailureThatCameBeforeAnythingWasLogged() {
    RentPipeline.Run run = pipeline.start();
    run.run(STEP);

    WrittenReport written = pipeline.reports().asItStands(run.id(), Language.EN);
    RunReport report = written.report();

    assertThat(report.mlflowRunId()).isEmpty();
    assertThat(report.data()).isEmpty();
    assertThat(report.gates()).isEmpty();
    assertThat(report.unread()).isEmpty();
    assertThat(documents().html(written, Language.EN))
        .contains("<h2>Steps</h2>")
        .doesNotContain("<h2>Gates</h2>");
  }

  @Test
  void tellsItsOwnStepAsTheOneThatWroteIt() {
    pipeline.start().runUntil(STEP);

    JsonNode own = json("pipeline_report.json").path("steps").path(6);
    assertThat(own.path("step").asText()).isEqualTo(STEP);
    assertThat(own.path("thisReport").asBoolean()).isTrue();
    assertThat(own.path("state").asText()).isEqualTo("RUNNING");
    assertThat(html()).contains("<span class=\"badge quiet\">wrote this report</span>");
  }

  @Test
  void drawsUpTheCardOfTheModel() {
    pipeline
        .with("preparation:", card("owner: Rents team", "intendedUse: To *try* it"))
        .start()
        .runUntil(STEP);

    assertThat(text("model_card.md"))
        .startsWith("# Model card: rent\\_predictor\n")
        .contains("- Owner: Rents team\n")
        .contains("## Intended use\n\nTo \\*try\\* it\n")
        .contains("| Mean absolute error | ")
        .contains(
            "- Split seed: 1\n", "- Training seed: 3\n", "- Commit of the software: 0123456\n")
        .contains("- Parameter trees: 40\n")
        .doesNotContain("Ethical considerations", "Licence");
  }

  @Test
  void leavesOutOfTheCardWhatNobodyHasSaid() {
    pipeline.start().runUntil(STEP);

    assertThat(text("model_card.md"))
        .contains("## Metrics", "## Training data", "## Lineage")
        .doesNotContain("Intended use", "Owner", "Factors", "null");
  }

  @Test
  void escapesWhatDefinitionsSay() {
    pipeline
        .with(
            "preparation:",
            card("owner: \"%s\"".formatted(SCRIPT), "ethics: \"| %s\"".formatted(SCRIPT)))
        .start()
        .runUntil(STEP);

    assertThat(html()).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
    assertThat(text("model_card.md"))
        .contains("\\| &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void tellsWhatThePipelineKnowsWhenTheRegistryIsAway() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);
    pipeline.registry().close();

    WrittenReport written = pipeline.reports().asItStands(run.id(), Language.EN);
    RunReport report = written.report();

    assertThat(report.unread()).hasSize(1);
    assertThat(report.unread().getFirst().what()).isEqualTo("the tracking run in the registry");
    assertThat(report.unread().getFirst().why()).startsWith("No answer from the registry at http");
    assertThat(report.data().orElseThrow().rows()).contains(400L);
    assertThat(report.gates())
        .extracting(GateReport::gate)
        .contains("test_r2", "champion", "monotone area");
    assertThat(report.comparison().orElseThrow().metrics())
        .hasSize(Metric.keys(Task.REGRESSION).size());
    assertThat(documents().html(written, Language.EN))
        .contains("Not read: the tracking run in the registry.");
  }

  @Test
  void doesNotTakeForItsOwnWhatALaterRunHasFound() {
    pipeline.with("min: 0.6", "min: 0.999");
    RentPipeline.Run run = pipeline.start().runUntil("train_model");
    run.run("evaluate_model");
    run.run(STEP);
    pipeline.with("min: 0.999", "min: 0.6");
    RentPipeline.Run later =
        pipeline.goOn(run, Map.of(), List.of("check_data_quality", "train_model"));
    later.run("evaluate_model");
    later.run(STEP);

    WrittenReport written = pipeline.reports().asItStands(run.id(), Language.EN);
    RunReport report = written.report();

    assertThat(report.gates().getFirst().gate()).isEqualTo("test_r2");
    assertThat(report.gates().getFirst().passed()).isFalse();
    assertThat(report.unread())
        .containsExactly(
            new MissingArtifact(
                "the tracking run in the registry",
                "Run %s resumed it: its files are of that run.".formatted(later.id())));
    assertThat(pipeline.reports().asItStands(later.id(), Language.EN).report().unread()).isEmpty();
  }

  @Test
  void saysWhichFileIsDamaged() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);
    pipeline.registry().damage(last(), "evaluation/gates.json");

    WrittenReport written = pipeline.reports().asItStands(run.id(), Language.EN);
    RunReport report = written.report();

    assertThat(report.unread())
        .containsExactly(new MissingArtifact("evaluation/gates.json", "It is not JSON."));
  }

  @Test
  void isWrittenInFrenchForThoseWhoAskForIt() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    WrittenReport written = pipeline.reports().asItStands(run.id(), Language.FR);
    RunReport report = written.report();

    assertThat(documents().html(written, Language.FR))
        .contains("<html lang=\"fr\">")
        .contains(
            "En cours : 6 étapes sur 7 sont terminées. Étapes actives : send_pipeline_report.")
        .contains("<h2>Étapes</h2>", "<h2>Contrôles</h2>", "<h2>Données</h2>")
        .contains("Erreur absolue moyenne")
        .doesNotContain("<h2>Steps</h2>", "Mean absolute error");
  }

  @Test
  void drawsTimesAndGatesInThePage() {
    pipeline.start().runUntil(STEP);

    assertThat(html())
        .contains("aria-label=\"How long each step waited and ran\"")
        .contains("aria-label=\"How far each gate's value is from its bound\"")
        .doesNotContain("http", "url(", " src=", "<script", "<link", "NOT_FOUND");
  }

  private StoredRun last() {
    return pipeline.registry().runs().getLast();
  }

  private JsonNode json(String path) {
    return pipeline.registry().json(last(), path);
  }

  private String html() {
    return text("pipeline_report.html");
  }

  private String text(String path) {
    return new String(pipeline.registry().file(last(), path), StandardCharsets.UTF_8);
  }

  private static ReportDocuments documents() {
    return new ReportDocuments(HtmlPagesFixtures.pages());
  }

  /** A card before the section of the preparation. */
  private static String card(String... lines) {
    return "card:\n  " + String.join("\n  ", lines) + "\npreparation:";
  }
}
