package io.drivetrain.webui.monitoring;

import io.drivetrain.access.fuzz.FuzzContract;
import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class WebuiFuzzTest implements FuzzContract {
  @Override
  public int port() {
    return RestAssured.port;
  }
}
