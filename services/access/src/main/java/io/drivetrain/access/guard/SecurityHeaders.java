package io.drivetrain.access.guard;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * What every answer tells browsers: not to guess types, to frame it nowhere, to tell other sites
 * nothing, and to run no script of another site. Inline scripts stay open because the pages of
 * Vaadin and of the API documentation begin with some. A route may send a stricter policy.
 */
@ApplicationScoped
class SecurityHeaders {
  private static final String POLICY =
      """
      frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'; \
      default-src 'self'; script-src 'self' 'unsafe-inline'%s; style-src 'self' 'unsafe-inline'; \
      img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'\
      """;

  private static final Map<String, String> ALWAYS =
      Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY");

  private final Map<String, String> unlessStricter;

  SecurityHeaders(GuardConfig config) {
    this.unlessStricter =
        Map.of(
            "Content-Security-Policy",
            POLICY.formatted(config.scriptSources().map(" "::concat).orElse("")),
            "Referrer-Policy",
            "same-origin");
  }

  /** When the head of the answer is sent: a servlet that fails begins its answer anew. */
  void addTo(RoutingContext context) {
    context.addHeadersEndHandler(_ -> addTo(context.response().headers()));
  }

  private void addTo(MultiMap answer) {
    ALWAYS.forEach(answer::set);
    unlessStricter.forEach((name, value) -> {
      if (!answer.contains(name)) {
        answer.add(name, value);
      }
    });
  }
}
