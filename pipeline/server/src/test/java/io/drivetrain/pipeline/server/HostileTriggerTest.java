package io.drivetrain.pipeline.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.access.body.HostileBodies;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trigger of a pipeline takes no body that it does not understand, and says why. */
@AssembledTest
class HostileTriggerTest {
  private static final String GOOD =
      """
      {"params": {}, "note": "n", "labels": {"team": "a"}, "dryRun": true}
      """;

  @Test
  void everyHostileBodyIsAnsweredInOurWords() throws IOException {
    JsonPath pipelines = given().get("/api/v1/pipelines").jsonPath();
    String trigger = "/api/v1/pipelines/" + pipelines.getString("pipelines[0].id") + "/runs";

    List<String> bodies = HostileBodies.of(GOOD);
    List<String> gaps = new ArrayList<>();
    for (String body : bodies) {
      Response answer = given().contentType("application/json").body(body).post(trigger);
      HostileBodies.gap(answer.statusCode(), answer.asString())
          .ifPresent(gap -> gaps.add("%.80s: %s".formatted(body, gap)));
    }

    assertThat(bodies).hasSizeGreaterThan(100);
    assertThat(gaps).isEmpty();
  }
}
