package io.drivetrain.pipeline.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The report of a run in each of its states. */
@AssembledTest
@Timeout(60)
class RunReportApiTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Inject Script script;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void tellsASuccess() {
    String id =
        Pipelines.trigger("{\"note\":\"<script>\",\"labels\":{\"team\":\"a&b\"}}").path("id");
    Pipelines.ended(id);

    JsonPath report = json(id);

    assertThat(report.getString("outcome")).isEqualTo("SUCCEEDED");
    assertThat(report.getString("summary")).isEqualTo("All steps succeeded.");
    assertThat(report.getList("steps.state"))
        .containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(report.getList("steps.kind")).containsExactly("first", "second", "last", "closing");
    assertThat(report.getString("steps[0].tries[0].outcome")).isEqualTo("SUCCEEDED");
    assertThat(report.getList("unread")).isEmpty();
    assertThat(page(id))
        .contains("<span class=\"badge good\">succeeded</span>")
        .contains("&lt;script&gt;", "team: a&amp;b")
        .doesNotContain("<script");
  }

  @Test
  void tellsARejection() {
    script.on("second", context -> new StepResult.Rejected("R2 is too low."));
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    JsonPath report = json(id);

    assertThat(report.getString("outcome")).isEqualTo("REJECTED");
    assertThat(report.getString("reason")).isEqualTo("GATE");
    assertThat(report.getString("summary"))
        .isEqualTo("Rejected at step second_step. R2 is too low.");
    assertThat(report.getList("steps.state"))
        .containsExactly("SUCCEEDED", "REJECTED", "SKIPPED", "SUCCEEDED");
    assertThat(page(id)).contains("<span class=\"badge warn\">rejected</span>");
  }

  @Test
  void tellsAFailure() {
    script.on(
        "first",
        context -> {
          throw new StepFailedException("The file is gone.");
        });
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    JsonPath report = json(id);

    assertThat(report.getString("outcome")).isEqualTo("FAILED");
    assertThat(report.getString("summary"))
        .isEqualTo("Failed at step first_step. The file is gone.");
    assertThat(page(id))
        .contains("<span class=\"badge bad\">failed</span>")
        .contains("Failed at step first_step. The file is gone.");
  }

  @Test
  void showsEachTryOfAStep() {
    AtomicBoolean failed = new AtomicBoolean();
    script.on(
        "first",
        context -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("once");
          }
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    JsonPath report = json(id);

    assertThat(report.getList("steps[0].tries.outcome")).containsExactly("RETRY", "SUCCEEDED");
    assertThat(report.getList("steps[1].tries.outcome")).containsExactly("SUCCEEDED");
    assertThat(page(id))
        .contains("Attempt 1: retry, ")
        .contains("Attempt 2: succeeded, ")
        .contains("An earlier attempt failed: ");
  }

  @Test
  void tellsARunThatIsUnderWayAndOneThatWaitsForIt() {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          go.await();
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();
    await(runs);
    String next = Pipelines.triggered();

    JsonPath running = json(id);
    JsonPath queued = json(next);
    String page = page(id);
    String queuedPage = page(next);
    go.countDown();
    Pipelines.ended(next);

    assertThat(running.getString("outcome")).isEqualTo("RUNNING");
    assertThat(running.getBoolean("settled")).isFalse();
    assertThat(running.getString("summary"))
        .isEqualTo("Running: 0 of 4 steps have ended. Now running: first_step.");
    assertThat(page)
        .contains("<span class=\"badge busy\">running</span></td>")
        .contains("<dt>Took so far</dt>");
    assertThat(queued.getString("outcome")).isEqualTo("QUEUED");
    assertThat(queued.getString("summary"))
        .isEqualTo("Queued until the active run of this pipeline has ended.");
    assertThat(queuedPage).contains("<span class=\"badge quiet\">queued</span>");
  }

  @Test
  void tellsACancelledRun() {
    CountDownLatch runs = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          new CountDownLatch(1).await();
          return new StepResult.Succeeded();
        });
    String id = Pipelines.triggered();
    await(runs);
    Pipelines.act(id, "/cancel", "{\"reason\":\"wrong file\"}");
    Pipelines.ended(id);

    JsonPath report = json(id);

    assertThat(report.getString("outcome")).isEqualTo("CANCELLED");
    assertThat(report.getString("summary")).isEqualTo("Cancelled: wrong file");
    assertThat(page(id)).contains("<span class=\"badge quiet\">cancelled</span>");
  }

  @Test
  void isAPageForBrowsersThatMayLoadNothing() {
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    Response page = get(id, BROWSER);

    assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'unsafe-inline';");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Vary")).isEqualTo("Accept, Accept-Language");
    assertThat(page.asString()).doesNotContain("http:", "https:", "url(", " src=");
    assertThat(get(id, "*/*").contentType()).startsWith("application/json");
  }

  @Test
  void isInTheLanguageThatTheReaderAsksFor() {
    String id = Pipelines.triggered();
    Pipelines.ended(id);
    String report = "/api/v1/runs/" + id + "/report";

    Response accepted =
        given().header("Accept", BROWSER).header("Accept-Language", "fr-FR, en;q=0.5").get(report);
    Response chosen = given().header("Accept", BROWSER).get(report + "?lang=fr");

    assertThat(accepted.header("Content-Language")).isEqualTo("fr");
    assertThat(accepted.asString()).contains("<html lang=\"fr\">", "Toutes les étapes ont réussi.");
    assertThat(chosen.asString()).contains("<h2>Étapes</h2>");
    assertThat(page(id)).contains("<html lang=\"en\">", "<h2>Steps</h2>");
  }

  @Test
  void doesNotKnowARunThatIsNone() {
    for (String accept : List.of(BROWSER, "application/json")) {
      Response missing = get("00000000-0000-7000-8000-000000000000", accept);

      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.contentType()).startsWith("application/problem+json");
      assertThat(missing.path("detail").toString())
          .isEqualTo("There is no run '00000000-0000-7000-8000-000000000000'.");
    }
  }

  private static JsonPath json(String id) {
    return get(id, "application/json").then().statusCode(200).extract().jsonPath();
  }

  private static String page(String id) {
    return get(id, BROWSER).then().statusCode(200).extract().asString();
  }

  private static Response get(String id, String accept) {
    return given().header("Accept", accept).get("/api/v1/runs/" + id + "/report");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
