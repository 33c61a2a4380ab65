package io.drivetrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.drivetrain.e2e.Stack.Answer;
import io.drivetrain.e2e.Stack.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One life of a stack, in order: the first start trains and promotes a model, the page and the API
 * price a car with it, bad runs change nothing, the page starts one and follows it, better ones are
 * served without a restart, a kill -9 loses nothing, and the stop leaves no process behind.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PackagedStackIT {
  private static final Path REAL_LISTINGS =
      Stack.CHECKOUT.resolve("../shared/data/moroccan-cars.csv");

  /** How long a run may take that learns next to nothing. */
  private static final double RUN_MILLIS = 120_000;

  private Stack stack;
  private Outcome firstStart;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    stack = new Stack(home);
    firstStart = stack.script("start-stack.sh", "--no-build");
  }

  @AfterAll
  void stop() throws Exception {
    stack.script("stop-stack.sh");
  }

  @Test
  @Order(1)
  void firstStartTrainsAndPromotesAModel() throws Exception {
    assertThat(firstStart.exitCode()).as(firstStart.output()).isZero();

    Answer champion =
        stack.get(
            stack.registry()
                + "/api/2.0/mlflow/registered-models/alias?name=car_price_predictor&alias=champion");

    assertThat(champion.status()).isEqualTo(200);
    assertThat(champion.body().at("/model_version/version").asText()).isEqualTo("1");
    assertThat(champion.body().at("/model_version/current_stage").asText()).isEqualTo("Production");
  }

  @Test
  @Order(2)
  void secondStartChangesNothing() throws Exception {
    Outcome again = stack.script("start-stack.sh", "--no-build");

    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(runs()).hasSize(1);
    assertThat(stack.servedVersion()).isEqualTo("1");
  }

  @Test
  @Order(3)
  void apiPricesACar() throws Exception {
    Answer answer = stack.predict();

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().path("model").asText()).isEqualTo("car_price_predictor");
    assertThat(answer.body().path("stage").asText()).isEqualTo("Production");
    JsonNode prediction = answer.body().path("prediction");
    assertThat(prediction.path("unit").asText()).isEqualTo("MAD");
    assertThat(prediction.path("value").asDouble())
        .isBetween(
            prediction.at("/interval/low").asDouble(), prediction.at("/interval/high").asDouble());
    assertThat(prediction.at("/interval/coverage").asDouble()).isEqualTo(0.9, within(0.001));
  }

  @Test
  @Order(3)
  void apiTakesTheHeadersOfTheFileAndAnswersArraysWithArrays() throws Exception {
    String listing =
        """
        {"Marque":"Dacia","Modèle":"Logan","Année-Modèle":"2015",\
        "Kilométrage":"120 000 - 129 999","Type de carburant":"Diesel","Puissance fiscale":"6",\
        "Boite de vitesses":"Manuelle","Première main":"Non","État":"Bon"}\
        """;

    Answer answer = stack.post(stack.webui() + "/predict", "[" + listing + "," + Stack.LOGAN + "]");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body()).hasSize(2);
    assertThat(answer.body().at("/0/prediction/value").asDouble()).isPositive();
  }

  @Test
  @Order(3)
  void pythonPredictsWithTheChampionAsTheApiDoes(@TempDir Path folder) throws Exception {
    assumeTrue(Python.has("numpy, pandas, yaml"), "no Python here has numpy, pandas and PyYAML");
    JsonNode row = Stack.JSON.readTree(Stack.LOGAN);

    JsonNode answer =
        Python.run(
            folder,
            "predict_as_mlflow.py",
            Stack.JSON.createArrayNode().add(row),
            stack.registry(),
            "car_price_predictor",
            "champion");

    double expected = stack.predict().body().at("/prediction/value").asDouble();
    assertThat(answer.at("/predictions/0").asDouble())
        .as(answer.path("client").asText())
        .isCloseTo(expected, withinPercentage(0.001));
  }

  @Test
  @Order(3)
  void apiNamesEveryWrongField() throws Exception {
    Answer answer =
        stack.post(
            stack.webui() + "/predict",
            "{\"brand\":\"Dacia\",\"year\":1815,\"mileage_km\":\"far\",\"colour\":\"red\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").findValuesAsText("field"))
        .contains("year", "mileage_km", "colour");
  }

  @Test
  @Order(3)
  void healthIsExactlyWhatTheOldStackAnswered() throws Exception {
    assertThat(stack.get(stack.webui() + "/health").text()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  @Order(4)
  void pagePricesACarInABrowser() {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(stack.webui() + "/", "fr-FR");

      Chromium.choose(page, "#field-brand input", "Dacia");
      Chromium.choose(page, "#field-model input", "Logan");
      page.locator("#predict").click();

      PlaywrightAssertions.assertThat(page.locator("#result-value"))
          .containsText(Pattern.compile("\\d+\\s\\d{3}\\sMAD"));
      PlaywrightAssertions.assertThat(page.locator("#result-interval"))
          .containsText(Pattern.compile("90\\s?%"));
      PlaywrightAssertions.assertThat(page.locator("#result-model"))
          .containsText("car_price_predictor");
      chromium.screenshot(page, "prediction-fr");
    }
  }

  @Test
  @Order(5)
  void worseChallengerIsRejectedAndTheChampionGoesOnServing() throws Exception {
    JsonNode run = stack.run("{\"train.trees\":2}");

    assertThat(run.path("state").asText()).as(run.toPrettyString()).isEqualTo("REJECTED");
    assertThat(run.path("message").asText()).isNotBlank();
    assertThat(stack.servedVersion()).isEqualTo("1");
  }

  @Test
  @Order(5)
  void pageStartsARunAndFollowsItToItsEnd() {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(stack.webui() + "/pipelines", "fr-FR");

      page.locator("#pipeline-car_price_predictor_pipeline .run-now").click();
      page.locator("#parameter-train-trees input").fill("2");
      page.locator("#start-run").click();

      PlaywrightAssertions.assertThat(page.locator(".step-name")).hasCount(7);
      PlaywrightAssertions.assertThat(page.locator("#run-state"))
          .hasText("Rejetée", new HasTextOptions().setTimeout(RUN_MILLIS));
      PlaywrightAssertions.assertThat(page.locator("#run-message")).containsText("R²");
      PlaywrightAssertions.assertThat(page.locator(".step-cell").first()).containsText("Réussie");
      PlaywrightAssertions.assertThat(page.locator(".log-text")).containsText("in_range_r2");
      chromium.screenshot(page, "run-fr");
    }
  }

  @ParameterizedTest
  @Order(6)
  @CsvSource({
    "500-rows.csv, 1000",
    "mostly-missing.csv, missing",
    "no-target.csv, Prix",
    "not-a-csv.csv, CSV"
  })
  void unusableFileEndsTheRunWithAReason(String file, String reason) throws Exception {
    UnusableFiles.write(stack.data(), file);

    JsonNode run = stack.run("{\"data\":\"raw/" + file + "\"}");

    assertThat(run.path("state").asText()).as(run.toPrettyString()).isIn("REJECTED", "FAILED");
    assertThat(run.path("message").asText().replace("\u202f", "").replace(",", ""))
        .containsIgnoringCase(reason);
    assertThat(stack.servedVersion()).isEqualTo("1");
  }

  @Test
  @Order(7)
  void realListingsReachTheAccuracyThatTheOldStackMissed() throws Exception {
    assumeTrue(Files.exists(REAL_LISTINGS), "the real listings are not beside this checkout");
    Files.copy(REAL_LISTINGS, stack.data().resolve("raw/moroccan-cars.csv"));

    JsonNode run = stack.run("{\"data\":\"raw/moroccan-cars.csv\"}");

    assertThat(run.path("state").asText()).as(run.toPrettyString()).isEqualTo("SUCCEEDED");
    JsonNode metrics =
        stack
            .get(
                stack.registry()
                    + "/api/2.0/mlflow/runs/get?run_id="
                    + run.path("mlflowRunId").asText())
            .body()
            .at("/run/data/metrics");
    assertThat(metric(metrics, "in_range_r2")).isGreaterThanOrEqualTo(0.83);
    assertThat(metric(metrics, "interval_coverage")).isBetween(0.88, 0.93);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stack.servedVersion().equals(run.path("modelVersion").asText()));
  }

  @Test
  @Order(8)
  void movingTheAliasBackIsServedWithoutARestart() throws Exception {
    Answer moved =
        stack.post(
            stack.registry() + "/api/2.0/mlflow/registered-models/alias",
            "{\"name\":\"car_price_predictor\",\"alias\":\"champion\",\"version\":\"1\"}");

    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stack.servedVersion().equals("1"));
  }

  @Test
  @Order(8)
  void pageRollsBackAndTheNextPredictionUsesTheFormerVersion() throws Exception {
    String former = stack.servedVersion();
    String next = registerAgain(former);
    Answer promoted = move(next, "Production");
    assertThat(promoted.status()).as(promoted.text()).isEqualTo(200);
    awaitServed(next);

    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(stack.webui() + "/models/car_price_predictor", "fr-FR");
      PlaywrightAssertions.assertThat(page.locator("#production-version"))
          .hasText("Version " + next);
      page.locator("#rollback").click();
      page.locator("vaadin-dialog vaadin-text-area textarea").fill("prix trop élevés");
      page.locator("#confirm").click();

      PlaywrightAssertions.assertThat(page.locator("#production-version"))
          .hasText("Version " + former);
      PlaywrightAssertions.assertThat(page.locator("#audit")).containsText("prix trop élevés");
      chromium.screenshot(page, "model-fr");
    }
    awaitServed(former);
  }

  @Test
  @Order(9)
  void everyPageCanBeReadAtADeskAndOnAPhone() throws Exception {
    List<PageTour.Stop> stops = Pages.of(stack);
    try (Chromium chromium = new Chromium()) {
      assertThat(new PageTour(chromium).faults(stops)).isEmpty();
    }
  }

  @Test
  @Order(10)
  void killedPipelineEndsItsRunAfterTheNextStart() throws Exception {
    String runId = stack.trigger("{}");
    Processes.kill(stack.state(), "pipeline");

    Outcome restart = stack.script("start-stack.sh", "--no-build");

    assertThat(restart.exitCode()).as(restart.output()).isZero();
    assertThat(stack.await(runId).path("state").asText()).isIn("SUCCEEDED", "REJECTED", "FAILED");
  }

  @Test
  @Order(11)
  void stopLeavesNoProcessBehind() throws Exception {
    List<ProcessHandle> before = Processes.of(stack.state());

    Outcome stopped = stack.script("stop-stack.sh");

    assertThat(stopped.exitCode()).as(stopped.output()).isZero();
    assertThat(before).isNotEmpty();
    assertThat(Processes.of(stack.state())).isEmpty();
  }

  /** Makes a version of the files of another one; returns its number. */
  private String registerAgain(String version) throws Exception {
    JsonNode registered =
        stack
            .get(
                stack.registry()
                    + "/api/2.0/mlflow/model-versions/get?name=car_price_predictor&version="
                    + version)
            .body()
            .path("model_version");
    Answer created =
        stack.post(
            stack.registry() + "/api/2.0/mlflow/model-versions/create",
            "{\"name\":\"car_price_predictor\",\"source\":\"%s\",\"run_id\":\"%s\"}"
                .formatted(registered.path("source").asText(), registered.path("run_id").asText()));
    assertThat(created.status()).as(created.text()).isEqualTo(200);
    return created.body().at("/model_version/version").asText();
  }

  private Answer move(String version, String stage) throws Exception {
    return stack.post(
        stack.registry() + "/api/2.0/mlflow/model-versions/transition-stage",
        "{\"name\":\"car_price_predictor\",\"version\":\"%s\",\"stage\":\"%s\"}"
            .formatted(version, stage));
  }

  private void awaitServed(String version) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stack.servedVersion().equals(version));
  }

  private JsonNode runs() throws Exception {
    JsonNode answer = stack.get(stack.pipeline() + "/api/v1/runs").body();
    return answer.path("runs");
  }

  private static double metric(JsonNode metrics, String key) {
    for (JsonNode metric : metrics) {
      if (metric.path("key").asText().equals(key)) {
        return metric.path("value").asDouble();
      }
    }
    throw new AssertionError("no metric " + key + " in " + metrics);
  }
}
