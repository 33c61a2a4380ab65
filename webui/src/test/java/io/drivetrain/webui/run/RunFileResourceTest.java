package io.drivetrain.webui.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RunFileResourceTest {
  private static final String LOG = "/run-files/" + PipelineFixtures.RUN + "/logs/train/1";
  private static final String ASKED =
      "GET /runs/" + PipelineFixtures.RUN + "/steps/train/attempts/1/log";

  PipelineDouble pipeline;

  @BeforeEach
  void forget() {
    pipeline.forget();
  }

  @Test
  void logIsPassedOnAsATextThatCanDoNothing() {
    pipeline.on(ASKED, 200, "text/plain", "<script>alert(1)</script>\n");

    Response answer = given().get(LOG);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
    assertThat(answer.asString()).isEqualTo("<script>alert(1)</script>\n");
    assertThat(answer.headers().getValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.startsWith("sandbox; default-src 'none'"));
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void reportIsAFileThatRunsNoScript() {
    pipeline.on(
        "GET /runs/" + PipelineFixtures.RUN + "/report?lang=en",
        200,
        "text/html",
        "<h1>Rents</h1>");

    Response answer = given().get("/run-files/" + PipelineFixtures.RUN + "/report?lang=en");

    assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.asString()).isEqualTo("<h1>Rents</h1>");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"report-%s.html\"".formatted(PipelineFixtures.RUN));
    assertThat(answer.headers().getValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.startsWith("sandbox; default-src 'none'"));
  }

  @Test
  void missingFileIsAProblem() {
    given().get(LOG).then().statusCode(404).body("detail", equalTo("Not here."));
  }

  @Test
  void personWhoAsksForAReportThatIsNotThereSeesAPage() {
    String page =
        given()
            .accept("text/html,application/xhtml+xml")
            .get("/run-files/" + PipelineFixtures.RUN + "/report?lang=fr")
            .then()
            .statusCode(404)
            .contentType("text/html")
            .extract()
            .asString();

    assertThat(page)
        .contains("<html lang=\"fr\">", "Ouvrir le rapport dans l’application")
        .contains("/runs/" + PipelineFixtures.RUN + "/report");
  }

  @Test
  void serviceThatIsAwayIsAProblem() {
    pipeline.fallSilent();

    given().get(LOG).then().statusCode(502);
  }

  @Test
  void onlyIdsReachTheAddressOfTheService() {
    given().urlEncodingEnabled(false).get("/run-files/..%2Fpipelines/logs/train/1");
    given()
        .urlEncodingEnabled(false)
        .get("/run-files/" + PipelineFixtures.RUN + "/logs/..%2Ftrain/1");
    Response tooLong =
        given().get("/run-files/" + PipelineFixtures.RUN + "/logs/" + "a".repeat(65) + "/1");

    assertThat(tooLong.contentType()).doesNotContain("problem");
    assertThat(pipeline.requests()).isEmpty();
  }
}
