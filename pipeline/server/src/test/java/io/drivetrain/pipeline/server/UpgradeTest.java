package io.drivetrain.pipeline.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import org.junit.jupiter.api.Test;

/** A pipeline of the first release starts under this one, with the runs that it knew. */
@AssembledTest
@WithTestResource(ReleasedPipelineResource.class)
class UpgradeTest {
  private static final String RUN = "/api/v1/runs/01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a";

  @Test
  void knowsTheRunWithItsSteps() {
    var run = given().get(RUN).then().statusCode(200).extract().jsonPath();

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getList("steps.state")).hasSize(7).containsOnly("SUCCEEDED");
    assertThat(given().get(RUN + "/why").path("reasons[0].message").toString())
        .isEqualTo("The run has ended: SUCCEEDED");
  }
}
