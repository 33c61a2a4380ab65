package io.drivetrain.registry.protocol;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves {@code /ajax-api/...} as {@code /api/...}: MLflow has every endpoint under both. */
@ApplicationScoped
public class TwinPaths {
  private static final String TWIN = "/ajax-api/";

  void register(@Observes Filters filters) {
    filters.register(TwinPaths::rewrite, 50);
  }

  private static void rewrite(RoutingContext context) {
    var uri = context.request().uri();
    if (uri.startsWith(TWIN)) {
      context.reroute("/api/" + uri.substring(TWIN.length()));
      return;
    }
    context.next();
  }
}
