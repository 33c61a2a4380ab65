package io.drivetrain.registry.protocol;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Serves the other names of an endpoint. MLflow has all of them under {@code /ajax-api} too; some
 * clients ask for 2.0 under 3.0, some changes of traces are under both; and the description of
 * search-datasets lacks a slash.
 */
@ApplicationScoped
public class TwinPaths {
  private static final String TWIN = "/ajax-api/";
  private static final String WITHOUT_SLASH = "/api/2.0mlflow/";
  private static final Pattern NEWER =
      Pattern.compile(
          "/api/3\\.0/(mlflow/(?:experiments|runs|metrics|artifacts|logged-models|registered-models|model-versions)[/?].*|mlflow/logged-models|mlflow-artifacts/.*)");

  private static final Pattern OLDER =
      Pattern.compile(
          "/api/2\\.0/(mlflow/traces/(?:delete-traces|link-to-run|[^/?]+/tags)(?:\\?.*)?)");

  void register(@Observes Filters filters) {
    filters.register(TwinPaths::rewrite, 50);
  }

  private static void rewrite(RoutingContext context) {
    var asked = context.request().uri();
    var served = served(asked);
    if (served.equals(asked)) {
      context.next();
      return;
    }
    context.reroute(served);
  }

  static String served(String uri) {
    if (uri.startsWith(TWIN)) {
      return served("/api/" + uri.substring(TWIN.length()));
    }
    if (uri.startsWith(WITHOUT_SLASH)) {
      return "/api/2.0/mlflow/" + uri.substring(WITHOUT_SLASH.length());
    }
    var older = OLDER.matcher(uri);
    if (older.matches()) {
      return "/api/3.0/" + older.group(1);
    }
    var newer = NEWER.matcher(uri);
    return newer.matches() ? "/api/2.0/" + newer.group(1) : uri;
  }
}
