package io.drivetrain.registry.protocol;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code /health} answers the text OK as MLflow does, whatever the state of the database. The
 * checks are at {@code /health/ready} and {@code /health/live}.
 */
@ApplicationScoped
public class HealthRoute {
  private static final int BEFORE_THE_HEALTH_CHECKS = -1;

  void register(@Observes Router router) {
    router
        .get("/health")
        .order(BEFORE_THE_HEALTH_CHECKS)
        .handler(context -> context.response().putHeader("Content-Type", "text/plain").end("OK"));
  }
}
