package io.drivetrain.pipeline.server.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.embedded.EmbeddedServersResource;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.lineage.LineageConfig;
import io.drivetrain.pipeline.engine.outbox.OutboxService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A kind of step that was added is shown everywhere, and nothing else was changed for it. */
@QuarkusTest
@WithTestResource(EmbeddedServersResource.class)
@WithTestResource(SurveyDefinition.class)
@TestProfile(AddedKindTest.WithSurveys.class)
class AddedKindTest {
  @Inject OutboxService outbox;
  @Inject LineageConfig lineage;
  @Inject ObjectMapper json;

  /** The application with the kind. */
  public static class WithSurveys implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(SurveyStep.class);
    }
  }

  @Test
  void theRunShowsItsNameItsResultAndItsLinks() {
    JsonPath run = Pipelines.ended(surveyed());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("steps[0].label.en")).isEqualTo("Ask people");
    assertThat(run.getString("steps[0].label.fr")).isEqualTo("Interroger des personnes");
    assertThat(run.getInt("steps[0].output.answers")).isEqualTo(40);
    assertThat(run.getList("links.name")).containsExactly("survey");
    assertThat(run.getList("links.value")).containsExactly("s-12");
    assertThat(run.getString("links[0].label.fr")).isEqualTo("Enquête");
    assertThat(run.getString("modelVersion")).isNull();
  }

  @Test
  void theReportShowsItsResult() {
    String id = surveyed();
    Pipelines.ended(id);

    JsonPath report =
        given()
            .header("Accept", "application/json")
            .get("/api/v1/runs/" + id + "/report")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(report.getList("steps.kind")).containsExactly("survey");
    assertThat(report.getString("facts.ask.survey")).isEqualTo("s-12");
  }

  @Test
  void theLineageHasItsDatasets() throws IOException {
    String id = surveyed();
    Pipelines.ended(id);

    outbox.empty();

    JsonNode end = lineageOf(id).getLast();
    assertThat(end.at("/eventType").asText()).isEqualTo("COMPLETE");
    assertThat(end.at("/inputs/0/namespace").asText()).isEqualTo("people");
    assertThat(end.at("/inputs/0/name").asText()).isEqualTo("panel");
    assertThat(end.at("/inputs/0/facets/version/datasetVersion").asText()).isEqualTo("2026");
    assertThat(end.at("/outputs/0/namespace").asText()).isEqualTo("surveys");
    assertThat(end.at("/outputs/0/name").asText()).isEqualTo("s-12");
  }

  @Test
  void theSchemaOfDefinitionsKnowsIt() {
    String schema = given().get("/api/v1/definitions/schema").asString();

    assertThat(schema).contains("\"survey\"", "\"people\"");
  }

  private static String surveyed() {
    return Pipelines.trigger("survey", "{}").then().statusCode(201).extract().path("id");
  }

  private List<JsonNode> lineageOf(String run) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(lineage.file().orElseThrow())) {
      JsonNode event = json.readTree(line);
      if (event.at("/run/runId").asText().equals(run)) {
        events.add(event);
      }
    }
    return events;
  }
}
