package io.drivetrain.webui.prediction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.access.body.HostileBodies;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class HostilePredictionTest {
  @Inject ProductionModel production;
  InMemoryRegistry registry;

  @Test
  void everyHostileCarIsAnsweredInOurWords() throws IOException {
    String version = registry.promote(PredictionFixtures.cars());
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());
    List<String> bodies =
        HostileBodies.of(new ObjectMapper().writeValueAsString(PredictionFixtures.logan()));

    List<String> gaps = new ArrayList<>();
    for (String body : bodies) {
      Response answer = given().contentType("application/json").body(body).post("/predict");
      HostileBodies.gap(answer.statusCode(), answer.asString())
          .ifPresent(gap -> gaps.add("%.80s: %s".formatted(body, gap)));
    }

    assertThat(bodies).hasSizeGreaterThan(100);
    assertThat(gaps).isEmpty();
  }
}
