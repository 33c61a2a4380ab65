package io.drivetrain.webui.experiment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.RunStatus;
import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RunCsvResourceTest {
  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  InMemoryRegistry registry;

  @Inject RegistryClient client;

  @Test
  void hasAllRunsWithTheColumnsOfTheTable() {
    String experiment = client.tracking().getOrCreateExperiment("csv " + UUID.randomUUID()).id();
    String first = run(experiment, "one, \"two\"", 0.5, "=1+1");
    String second = run(experiment, "three", 1e-9, "-1");

    String file =
        given()
            .queryParam("experiment", experiment)
            .queryParam("order", "metrics.rmse")
            .queryParam("column", "name", "metrics.rmse@120", "params.a", "duration")
            .get("/run-tables/runs.csv")
            .then()
            .statusCode(200)
            .contentType("text/csv;charset=UTF-8")
            .header("Content-Disposition", "attachment; filename=\"runs.csv\"")
            .extract()
            .asString();

    assertThat(file.split("\r\n"))
        .containsExactly(
            "id,name,metrics.rmse,params.a,duration",
            second + ",three,1.0E-9,-1,2.5",
            first + ",\"one, \"\"two\"\"\",0.5,'=1+1,2.5");
  }

  @Test
  void saysThatTheRegistryIsAway() {
    registry.faults().unavailable(true);
    try {
      given()
          .get("/run-tables/runs.csv")
          .then()
          .statusCode(502)
          .contentType("application/problem+json");
    } finally {
      registry.faults().unavailable(false);
    }
  }

  private String run(String experiment, String name, double rmse, String param) {
    String id = client.tracking().createRun(experiment, name, START, Map.of()).id();
    client
        .tracking()
        .logBatch(id, List.of(Metric.of("rmse", rmse, START)), Map.of("a", param), Map.of());
    client.tracking().finishRun(id, RunStatus.FINISHED, START.plusMillis(2500));
    return id;
  }
}
