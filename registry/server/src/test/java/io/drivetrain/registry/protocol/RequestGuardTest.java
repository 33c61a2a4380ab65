package io.drivetrain.registry.protocol;

import io.drivetrain.access.guard.GuardContract;
import io.drivetrain.access.guard.GuardedRoutes;
import io.drivetrain.registry.RegistryTest;
import io.restassured.RestAssured;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;

@RegistryTest
class RequestGuardTest implements GuardContract {
  @Inject Router router;

  @Override
  public GuardedRoutes routes() throws IOException {
    return GuardedRoutes.of(router, RestAssured.port)
        .have("/metrics", "/openapi", "/health", "/api/2.0/mlflow/runs/create", "/api/v1/audit");
  }
}
