package io.drivetrain.webui.monitoring;

import io.drivetrain.access.guard.GuardContract;
import io.drivetrain.access.guard.GuardedRoutes;
import io.drivetrain.webui.ServiceDoublesResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RequestGuardTest implements GuardContract {
  @Inject Router router;

  @Override
  public GuardedRoutes routes() throws IOException {
    return GuardedRoutes.of(
            router,
            RestAssured.port,
            "/?v-r=uidl&v-uiId=0",
            "/?v-r=heartbeat&v-uiId=0",
            "/VAADIN/push",
            "/VAADIN/build/vaadin.js")
        .have("/metrics", "/openapi", "/health", "/predict");
  }
}
