package io.drivetrain.access.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Sends a browser that opens {@code /} to the web application. Programs do not ask for HTML and are
 * answered as ever.
 */
@ApplicationScoped
class PageRedirect {
  /** Behind the guard: the Host of the request has been checked. */
  private static final int BEHIND_THE_GUARD = 90;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final PageConfig config;

  PageRedirect(PageConfig config) {
    this.config = config;
  }

  void register(@Observes Filters filters) {
    if (config.home().isPresent()) {
      filters.register(this::redirect, BEHIND_THE_GUARD);
    }
  }

  private void redirect(RoutingContext context) {
    HttpServerRequest request = context.request();
    String accepted = request.getHeader("Accept");
    boolean isBrowser = accepted != null && accepted.contains("text/html");
    if (!isBrowser || !"/".equals(request.path()) || !READING.contains(request.method())) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(302)
        .putHeader("Location", web(request) + config.home().orElseThrow())
        .putHeader("Vary", "Accept")
        .putHeader("Cache-Control", "no-store")
        .end();
  }

  private String web(HttpServerRequest request) {
    return config.uri().map(URI::toString).orElseGet(() -> onTheSameHost(request));
  }

  private String onTheSameHost(HttpServerRequest request) {
    String host = request.authority().host();
    try {
      return new URI(request.scheme(), null, host, config.port(), null, null, null).toString();
    } catch (URISyntaxException notAHost) {
      return "http://localhost:" + config.port();
    }
  }
}
