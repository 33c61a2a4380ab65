package io.drivetrain.pipeline.server;

import io.drivetrain.access.guard.GuardContract;
import io.drivetrain.access.guard.GuardedRoutes;
import io.restassured.RestAssured;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;

@AssembledTest
class RequestGuardTest implements GuardContract {
  @Inject Router router;

  @Override
  public GuardedRoutes routes() throws IOException {
    return GuardedRoutes.of(router, RestAssured.port)
        .have("/metrics", "/openapi", "/health", "/api/v1/runs/1/cancel");
  }
}
